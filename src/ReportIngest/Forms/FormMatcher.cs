using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A document laid on the form: every indicator of its edition, placed or missing, and what we are not sure of.</summary>
/// <param name="Edition">Of the table that tells it; <c>unknown</c> where no table of the form was found.</param>
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
        [.. from section in Sections from form in FormCatalog.All select new FormLabels(form, section)];

    public static FormMatch Match(Document document)
    {
        var sheets = document.Tables.Select((table, index) => new Sheet(index, table)).ToImmutableArray();
        var matches = new Dictionary<int, SectionMatch>();
        foreach (var section in Sections)
        {
            if (Best(sheets, section, matches.GetValueOrDefault(2)?.Form) is { } match) matches[section] = match;
        }

        var words = new DocumentWords(document);
        if (matches.Count == 0)
        {
            // Whose edition the ruins are cannot be told: the cells of both are in doubt.
            return new FormMatch(UnknownEdition, [], [], [], [.. Sections.SelectMany(section => Unlocated.Ruins(section, FormCatalog.All, words))]);
        }

        // Table two differs in every header between the editions, table three in one row, table four in nothing.
        var edition = (matches.GetValueOrDefault(2) ?? matches.GetValueOrDefault(3))?.Form ?? FormCatalog.All[0];
        var fields = Fields(edition, matches);
        return new FormMatch(
            edition.Edition,
            fields,
            [.. Sections.SelectMany(section => (matches.GetValueOrDefault(section)?.Form ?? edition).Identities.Where(identity => identity.Left[0].Section == section))],
            [.. Sections.Select(matches.GetValueOrDefault).OfType<SectionMatch>().Select(match => match.Table)],
            [.. Sections.SelectMany(section => Unlocated.Doubts(section, edition, matches.GetValueOrDefault(section), words))]);
    }

    /// <summary>The edition whose labels fit the table better; where both fit alike that of table two, else the newer one.</summary>
    private static SectionMatch? Best(ImmutableArray<Sheet> sheets, int section, Form? ofTableTwo) => AllLabels
        .Where(labels => labels.Section == section)
        .Select(labels => SectionMatcher.Match(sheets, labels))
        .OfType<SectionMatch>()
        .OrderByDescending(match => match.Labels).ThenByDescending(match => ReferenceEquals(match.Form, ofTableTwo))
        .FirstOrDefault();

    private static ImmutableArray<Field> Fields(Form edition, Dictionary<int, SectionMatch> matches)
    {
        var found = matches.Values.SelectMany(match => match.Cells).ToDictionary(pair => pair.Key, pair => pair.Value.Field);
        var own = edition.Indicators.Select(indicator =>
            found.Remove(indicator.Code, out var field) ? field with { Indicator = indicator } : new Field(indicator, CellValue.Missing, null)).ToList();
        var foreign = matches.Values.SelectMany(match => match.Form.Indicators.Where(indicator => indicator.Section == match.Section))
            .Where(indicator => found.ContainsKey(indicator.Code)).Select(indicator => found[indicator.Code]);
        return [.. own, .. foreign];
    }
}
