using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A document laid on the form: every indicator of its edition, placed or missing, and what we are not sure of.</summary>
/// <param name="Edition">Of the first table that tells it, or of the words of one that was not made out; else <c>unknown</c>.</param>
public sealed record FormMatch(
    string Edition,
    ImmutableArray<Field> Fields,
    ImmutableArray<Identity> Identities,
    ImmutableArray<PlacedTable> Tables,
    ImmutableArray<Doubt> Doubts);

/// <summary>Finds the form's tables in a document, whatever its format.</summary>
public static class FormMatcher
{
    public const string UnknownEdition = "unknown";

    private static readonly ImmutableArray<int> Sections = [2, 3, 4];

    internal static readonly ImmutableArray<FormLabels> AllLabels =
        [.. Sections.SelectMany(section => FormCatalog.All.Select(form => (form, section))).Select((one, index) => new FormLabels(index, one.form, one.section))];

    /// <summary>Sections that are the same in all editions, and tell none: table four.</summary>
    private static readonly ImmutableArray<int> Same =
        [.. AllLabels.GroupBy(labels => labels.Section).Where(editions => editions.All(labels => labels.IsLike(editions.First()))).Select(editions => editions.Key)];

    /// <param name="year">The report's, where the document says it: of columns of two years none is a later one's.</param>
    public static FormMatch Match(Document document, int? year = null)
    {
        var sheets = document.Tables.Select((table, index) => new Sheet(index, table, year)).ToImmutableArray();
        var matches = new SortedDictionary<int, SectionMatch>();
        var words = new DocumentWords(document, sheets);
        foreach (var section in Sections)
        {
            if (Best(sheets, section, () => matches.GetValueOrDefault(2)?.Form ?? Mentioned(words)) is { } match) matches[section] = match;
        }

        LostCopy.Withdraw(matches, document);
        LostCopy.WithdrawSingle(matches);
        SameLoss.Withdraw(matches);

        // Where the edition cannot be told, the cells of both are in doubt.
        var edition = matches.Values.FirstOrDefault(match => match.TellsEdition)?.Form ?? Mentioned(words);
        ImmutableArray<Form> editions = edition is null ? FormCatalog.All : [edition];
        return new FormMatch(
            edition?.Edition ?? UnknownEdition,
            Fields(edition, matches),
            [.. matches.Values.SelectMany(match => match.Form.Identities.Where(identity => identity.Left[0].Section == match.Section)), .. Unseen(edition, matches)],
            [.. matches.Values.Select(match => match.Table with { HasCornerNote = match.Section == 3 && words.MentionBalance() })],
            [.. Sections.SelectMany(section => Unlocated.Doubts(section, editions, matches.GetValueOrDefault(section), words))]);
    }

    /// <summary>
    /// The edition of which more labels stand in the document. Table two differs in every header between the editions, table three in one row, table four in nothing:
    /// where no table tells, the words of one that could not be made out may. Null where they do not.
    /// </summary>
    private static Form? Mentioned(DocumentWords words)
    {
        var mentioned = FormCatalog.All.Select(form => (Form: form, Labels: Unlocated.OwnLabels(form).Count(words.HaveAsLabel))).OrderByDescending(one => one.Labels).ToList();
        return mentioned[0].Labels > mentioned[1].Labels ? mentioned[0].Form : null;
    }

    /// <summary>The identities of tables that were not found: none of them can be told.</summary>
    private static IEnumerable<Identity> Unseen(Form? edition, SortedDictionary<int, SectionMatch> matches) =>
        edition?.Identities.Where(identity => !matches.ContainsKey(identity.Left[0].Section)) ?? [];

    /// <summary>
    /// The edition whose labels fit the table better; where both fit alike the document's, else the newer one. One of which fewer labels are met than fit in another is not laid out.
    /// </summary>
    private static SectionMatch? Best(ImmutableArray<Sheet> sheets, int section, Func<Form?> ofDocument)
    {
        var editions = AllLabels.Where(labels => labels.Section == section);
        if (Same.Contains(section))
        {
            var form = ofDocument();
            return SectionMatcher.Find(sheets, editions.FirstOrDefault(labels => labels.Form == form) ?? editions.First())?.Match;
        }

        var matchers = new List<SectionMatcher>();
        foreach (var labels in editions)
        {
            // One that cannot have as many labels as another that is there already is not looked for.
            if (!matchers.Exists(matcher => matcher.Met > labels.Most && matcher.Match.Labels > labels.Most) && SectionMatcher.Find(sheets, labels) is { } matcher) matchers.Add(matcher);
        }

        var laid = new List<SectionMatch>();
        foreach (var matcher in matchers.OrderByDescending(matcher => matcher.Met))
        {
            if (!laid.Exists(match => match.Labels > matcher.Met)) laid.Add(matcher.Match);
        }

        var found = laid.OrderByDescending(match => match.Labels).ThenBy(match => FormCatalog.All.IndexOf(match.Form)).ToList();
        if (found.Count == 0) return null;
        if (found.Count == 1 || found[0].Labels > found[1].Labels) return found[0] with { TellsEdition = true };
        var edition = ofDocument();
        return found.Find(match => match.Form == edition) ?? found[0];
    }

    private static ImmutableArray<Field> Fields(Form? edition, SortedDictionary<int, SectionMatch> matches)
    {
        var indicators = edition?.Indicators ?? [.. matches.Values.SelectMany(match => match.Form.Indicators.Where(indicator => indicator.Section == match.Section))];
        var fields = ImmutableArray.CreateBuilder<Field>(indicators.Length);
        var (section, match) = (0, (SectionMatch?)null);
        foreach (var indicator in indicators)
        {
            // They come section by section.
            if (indicator.Section != section) match = matches.GetValueOrDefault(section = indicator.Section);
            fields.Add(match?[indicator] is { } found ? found.FieldOf(indicator) : new Field(indicator, CellValue.Missing, null));
        }

        if (edition is not null) fields.AddRange(matches.Values.Where(other => other.Form != edition).SelectMany(other => Foreign(other, edition)));
        return fields.DrainToImmutable();
    }

    /// <summary>What a table of another edition has that the document's lacks.</summary>
    private static IEnumerable<Field> Foreign(SectionMatch match, Form edition) =>
        from indicator in match.Form.Indicators
        where match.Cells.ContainsKey(indicator) && edition.Find(indicator.Code) is null
        select match.Cells[indicator].Field;
}
