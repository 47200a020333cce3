using System.Collections.Frozen;
using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Workbook;

/// <summary>A row a finding: errors, warnings, notes, then our own doubts; within each in the order of the files.</summary>
internal sealed class FindingsSheet(string language)
{
    /// <summary>As many places as a person would go to; the others are counted.</summary>
    private const int PlacesShown = 8;

    private static readonly ImmutableArray<(Message Name, double Width)> Columns =
    [
        (new("级别", "Severity"), 8), (new("性质", "Kind"), 13), (new("规则", "Rule"), 7), (new("问题", "Title"), 14), (new("单位", "Unit"), 13), (new("年度", "Year"), 6),
        (new("说明和算式", "Sentence and equation"), 42), (new("建议", "Suggestion"), 19), (new("位置", "Place"), 26), (new("按算式应为", "Expected"), 9), (new("报告所填", "Reported"), 9), (new("处理", "Verdict"), 12),
        (new("文件", "File"), 24), (new("代码", "Code"), 14), (new("与上次相比", "Since the baseline"), 12), (new("指纹", "Fingerprint"), 36),
    ];

    private static readonly FrozenDictionary<string, Indicator> Cells = FormCatalog.All.SelectMany(form => form.Indicators).DistinctBy(cell => cell.Code).ToFrozenDictionary(cell => cell.Code);

    public const int HeaderRows = 1;

    private const int TitleColumn = 3, UnitColumn = 4, SentenceColumn = 6, SuggestionColumn = 7, PlaceColumn = 8, VerdictColumn = 11, FileColumn = 12;

    /// <summary>By rule: how many findings, and how many units they are about.</summary>
    public SortedDictionary<string, (FindingRecord First, int Findings, HashSet<string> Units)> Rules { get; } = new(StringComparer.Ordinal);

    public long Total => Rules.Values.Sum(rule => (long)rule.Findings);

    /// <summary>What did not fit into a sheet.</summary>
    public int LeftOut { get; private set; }

    /// <summary>What goes onto paper: what stands behind the place, numbers that the sentence has too and codes for programs, would make the rest too small to read.</summary>
    public string Printed => $"$A$1:${SheetWriter.Letters(PlaceColumn)}${Spelling.Number(HeaderRows + Total - LeftOut)}";

    public void Write(Stream part, IEnumerable<FindingRecord> findings)
    {
        using var sheet = new SheetWriter(part, [.. Columns.Select(column => column.Width)], HeaderRows, headerColumns: 0);
        sheet.Header(Columns.Select(column => column.Name.In(language)));
        // Read once for each rank, not sorted: a corpus has more findings than memory should hold.
        foreach (var rank in Enum.GetValues<Rank>())
        {
            foreach (var finding in findings.Where(finding => RankOf(finding) == rank))
            {
                Count(finding);
                if (sheet.HasRoom) sheet.Row(row => Write(row, finding), LinesOf(finding));
                else LeftOut++;
            }
        }
    }

    private enum Rank { Error, Warning, Note, Doubt }

    private static Rank RankOf(FindingRecord finding) => (finding.Category, finding.Severity) switch
    {
        (Category.Extraction, _) => Rank.Doubt,
        (_, Severity.Error) => Rank.Error,
        (_, Severity.Warning) => Rank.Warning,
        _ => Rank.Note,
    };

    private int LinesOf(FindingRecord finding) => new[]
    {
        Lines(TitleOf(finding), TitleColumn), Lines(finding.Subject.Organization, UnitColumn), Lines(finding.Message.In(language), SentenceColumn), Lines(finding.Suggestion?.Reason.In(language), SuggestionColumn),
        Lines(Places(finding), PlaceColumn), Lines(VerdictOf(finding), VerdictColumn), Lines(finding.Subject.Path, FileColumn),
    }.Max();

    private static int Lines(string? text, int column) => SheetWriter.Lines(text, Columns[column].Width - Styles.Indent);

    private string? TitleOf(FindingRecord finding) => RuleCatalog.Find(finding.Rule)?.Title.In(language);

    private string? VerdictOf(FindingRecord finding) => finding.Suppressed is { } entry ? $"{entry.Who}{(language == "en" ? ": " : "：")}{entry.Reason}" : null;

    public static CellStyle StyleOf(FindingRecord finding) => RankOf(finding) switch
    {
        Rank.Doubt => CellStyle.Doubt,
        Rank.Error => CellStyle.Error,
        Rank.Warning => CellStyle.Warning,
        _ => CellStyle.Note,
    };

    public static Message Kind(FindingRecord finding) =>
        finding.Category == Category.Extraction ? new("本程序的疑问", "our own doubt") : new("报告的问题", "about the report");

    private void Count(FindingRecord finding)
    {
        var (first, number, units) = Rules.GetValueOrDefault(finding.Rule, (finding, 0, []));
        if ((finding.Subject.Division ?? finding.Subject.Organization) is { } unit) units.Add(unit);
        Rules[finding.Rule] = (first, number + 1, units);
    }

    private void Write(SheetWriter row, FindingRecord finding)
    {
        var subject = finding.Subject;
        row.Text(Names.Severity(finding.Severity).In(language), StyleOf(finding));
        row.Text(Kind(finding).In(language), finding.Category == Category.Extraction ? CellStyle.Doubt : CellStyle.Plain);
        row.Text(finding.Rule);
        row.Text(TitleOf(finding), CellStyle.Wrapped);
        row.Text(subject.Organization, CellStyle.Wrapped);
        row.Number(subject.Year);
        row.Text(finding.Message.In(language), CellStyle.Wrapped);
        row.Text(finding.Suggestion?.Reason.In(language), CellStyle.Wrapped);
        row.Text(Places(finding), CellStyle.Wrapped);
        row.Number(finding.Expected);
        row.Number(finding.Actual);
        row.Text(VerdictOf(finding), CellStyle.Wrapped);
        row.Text(subject.Path, CellStyle.Wrapped);
        row.Text(subject.Division);
        row.Text(finding.Baseline is { } state ? Baseline(state).In(language) : null);
        row.Text(finding.Fingerprint);
    }

    private static Message Baseline(string state) => state switch
    {
        "new" => new("新增", "new"),
        "unchanged" => new("未变", "unchanged"),
        _ => new(state, state),
    };

    /// <summary>With the names of the cells; the one to mend first, then the total of its equation. The table that all stand in is named once.</summary>
    private string Places(FindingRecord finding)
    {
        var shown = InOrder(finding).Take(PlacesShown).ToList();
        var isOneTable = shown.Count > 1 && shown.DistinctBy(one => (one.At.Page, one.At.Table)).Count() == 1;
        var lines = shown.Select(one => (one.Cell is { } cell ? new Message($"{cell.Zh}：", $"{cell.En}: ").In(language) : "") + (isOneTable ? Names.PlaceInTable(one.At) : Names.Place(one.At)).In(language));
        var places = string.Join('\n', isOneTable ? lines.Prepend(Names.PlaceOfTable(shown[0].At).In(language)) : lines);
        var rest = finding.At.Length - PlacesShown;
        return rest > 0 ? places + new Message($"\n另有 {rest} 处", $"\nand {rest} more").In(language) : places;
    }

    /// <summary>A cell that stands nowhere has no place: only where every cell has one it is known which is whose. Of our doubts cells and places are counted apart.</summary>
    private static IEnumerable<(Message? Cell, Location At)> InOrder(FindingRecord finding)
    {
        if (finding.Category == Category.Extraction || finding.At.Length != finding.Indicators.Length) return finding.At.Select(at => ((Message?)null, at));
        var total = EquationSides.TotalOf(finding);
        var cells = finding.Indicators.Select(Cells.GetValueOrDefault).OfType<Indicator>().ToList();
        // What all have in common stands in the sentence.
        Func<Indicator, Message> name = cells.Count < 2 ? Words.Cell
            : cells.TrueForAll(cell => cell.Row == cells[0].Row) ? cell => new Message($"「{Words.Column(cell)}」", cell.Code)
            : cells.TrueForAll(cell => cell.Column == cells[0].Column) ? cell => new Message($"「{Words.Row(cell)}」", cell.Code)
            : Words.Cell;
        return finding.Indicators.Zip(finding.At)
            .OrderBy(one => one.First == finding.Suggestion?.Indicator ? 0 : one.First == total ? 1 : 2)
            .Select(one => (Cells.TryGetValue(one.First, out var cell) ? name(cell) : null, one.Second));
    }
}
