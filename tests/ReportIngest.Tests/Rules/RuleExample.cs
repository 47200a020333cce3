using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

/// <summary>
/// An example of a rule's page: a fenced block whose first line says what it shows (<c>report holds</c>, <c>report fails</c>,
/// <c>report cannot-tell</c>). It starts from <see cref="SoundReport"/>; each line changes it, each line after <c>-&gt;</c> says what must come out.
/// <code>
/// edition 2019                        the form; unknown: a report without its tables
/// year 2018                           or none
/// requests.new.total = 3              a number, blank, missing, text:增, raw:0.2:2000元 for a number and how it is printed, or a sign for nothing (/ - — 无); * stands for any part of a code
/// title 青河县2024年…                  also: preface, unit NAME LEVEL, published 2025-01-20
/// signed 青河县柳溪镇人民政府            who signs at the end
/// picture 3                           a picture in section three
/// due 02-28                           the unit's last day in a roster
/// section 1: 我镇…                     the text of a section, \n for a new line; heading 1: its heading
/// without corner note                 the note on sums of table three
/// without section 5                   also: without sections, without table 3
/// unit 青河县教育局 department         who reports: name and level
/// text 1 全年收到申请3件。             a paragraph of a section; the first one replaces its text
/// extra row 3 其他主动公开文件          a row (or column) of table three that the form does not have
/// doubt RI901 3 requests.new.total    what the reading was not sure of: rule, table or -, cells
/// -> holds 24, fails 1, cannot tell 0 how often the rule came to what; what is not named is 0
/// -> expected 3, actual 2             of the first finding, as are the next two
/// -> suggestion requests.new.total = 3  or none
/// -> cells requests.new.total         all cells it names
/// -> says 填的是 2                     a part of the Chinese message of any finding
/// </code>
/// In a <c>reports holds</c> several reports stand one after another, parted by ---; <c>earlier</c> in one says that an earlier output held it where the last one is,
/// and <c>peers 12 CODE = NUMBER</c> adds reports of other townships.
/// In a <c>file holds</c> or <c>file fails</c> the lines are the text of a file; of <c>coverage</c> see <see cref="CoverageExample"/>.
/// </summary>
internal sealed partial record RuleExample(string Rule, int Number, string Subject, string Shows, ImmutableArray<string> Lines)
{
    public static IEnumerable<RuleExample> Of(string rule, string page) => Fence().Matches(page).Select((match, index) => new RuleExample(
        rule, index + 1, match.Groups["subject"].Value, match.Groups["shows"].Value, [.. match.Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)]));

    public IEnumerable<string> Expectations => Lines.Where(line => line.StartsWith("-> ", StringComparison.Ordinal)).Select(line => line[3..]);

    public byte[] File() =>
        Encoding.UTF8.GetBytes(string.Join('\n', Lines.Where(line => !line.StartsWith("-> ", StringComparison.Ordinal))));

    public Report Report() => Report(Lines);

    /// <summary>The unit's day in a roster; null where the example names none.</summary>
    public DueDay? Due => Lines.FirstOrDefault(line => line.StartsWith("due ", StringComparison.Ordinal)) is { } due ? new DueDay(Whole(due[4..6]), Whole(due[7..])) : null;

    /// <summary>The reports of an example that has several, parted by ---, each under a path of its own; and those of an earlier output, under the path of the last.</summary>
    public (ImmutableArray<Report> Reports, ImmutableArray<Report> Earlier) Reports()
    {
        var parts = string.Join('\n', Lines).Split("\n---", StringSplitOptions.None)
            .Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        List<Report> reports = [], earlier = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var isEarlier = parts[i].Contains("earlier");
            var path = isEarlier ? parts.Count - 1 : i;
            (isEarlier ? earlier : reports).Add(Placed(Report([.. parts[i].Where(line => line != "earlier" && !line.StartsWith("peers ", StringComparison.Ordinal))]), $"{Text(path)}.html", i));
            foreach (var line in parts[i].Where(line => line.StartsWith("peers ", StringComparison.Ordinal)))
            {
                var words = line.Split(' ', 3);
                reports.AddRange(Enumerable.Range(0, Whole(words[1])).Select(peer => Placed(
                    Change(SoundReport.Of("2021"), words[2]) with { Unit = new UnitName($"青河县第{Text(peer)}镇人民政府", Level.Township) }, $"peer/{Text(peer)}.html", 100 + peer)));
            }
        }

        return ([.. reports], [.. earlier]);
    }

    private static Report Placed(Report report, string path, int id) => report with { Source = new Source(path, Text(id).PadLeft(64, '0'), 1) };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Report Report(ImmutableArray<string> lines)
    {
        var edition = lines.FirstOrDefault(line => line.StartsWith("edition ", StringComparison.Ordinal))?[8..] ?? "2021";
        return lines
            .Where(line => !line.StartsWith("-> ", StringComparison.Ordinal) && !line.StartsWith("edition ", StringComparison.Ordinal))
            .Aggregate(SoundReport.Of(edition), Change);
    }

    private static Report Change(Report report, string line)
    {
        var words = line.Split(' ');
        return words switch
        {
            ["year", var year] => report with { Year = year == "none" ? null : Whole(year) },
            ["title", .. var title] => report with { Title = string.Join(' ', title) },
            ["unit", var name, var level] => report with { Unit = new UnitName(name, level == "none" ? null : Enum.Parse<Level>(level, ignoreCase: true)) },
            ["signed", "on", var day] => report with { Signed = DateOnly.Parse(day, CultureInfo.InvariantCulture) },
            ["published", var day] => report with { Published = DateOnly.Parse(day, CultureInfo.InvariantCulture) },
            ["signed", var unit] => report with { Signatory = unit },
            ["due", _] => report,
            ["preface", .. var text] => report with { Preface = string.Join(' ', text) },
            ["section", var number, .. var text] => WithSection(report, Whole(number.TrimEnd(':')), section => section with { Text = string.Join(' ', text).Replace("\\n", "\n", StringComparison.Ordinal) }),
            ["picture", var number] => WithSection(report, Whole(number), section => section with { HasPicture = true }),
            ["heading", var number, .. var text] => WithSection(report, Whole(number.TrimEnd(':')), section => section with { Heading = string.Join(' ', text) }),
            ["without", "corner", "note"] => report with { Tables = [.. report.Tables.Select(table => table with { HasCornerNote = false })] },
            ["without", "sections"] => report with { Sections = [] },
            ["without", "section", var number] => report with { Sections = [.. report.Sections.Where(section => section.Number != Whole(number))] },
            ["without", "table", var number] => WithoutTable(report, Whole(number)),
            ["text", var number, .. var text] => WithText(report, Whole(number), string.Join(' ', text)),
            ["extra", var axis, var section, .. var label] => WithExtra(report, axis, Whole(section), string.Join(' ', label)),
            ["doubt", var rule, var section, .. var codes] => report with { Doubts = report.Doubts.Add(DoubtOf(report, rule, section, codes)) },
            [var code, "=", var value] => Fill(report, code, value),
            _ => throw new FormatException($"no such line in an example: {line}"),
        };
    }

    private static Report WithSection(Report report, int number, Func<Section, Section> change) => report with
    {
        Sections = [.. report.Sections.Select(section => section.Number == number ? change(section) : section)],
    };

    private static Report WithoutTable(Report report, int number) => report with
    {
        Tables = [.. report.Tables.Where(table => table.Section != number)],
        Fields = [.. report.Fields.Select(field => field.Indicator.Section == number ? field with { Value = CellValue.Missing, At = null } : field)],
    };

    private static Report WithText(Report report, int number, string text) => report with
    {
        Sections = [.. report.Sections.Select(section => section.Number != number ? section
            : section with { Text = section.Text == SoundReport.Text ? text : $"{section.Text}\n{text}" })],
    };

    private static Report WithExtra(Report report, string axis, int section, string label) => report with
    {
        Tables = [.. report.Tables.Select(table => table.Section != section ? table : table with
        {
            Extras = table.Extras.Add(new Extra(axis == "row" ? Axis.Row : Axis.Column, label, [new Location(section - 2, 0, 9, null, null)])),
        })],
    };

    private static Doubt DoubtOf(Report report, string rule, string section, string[] patterns) => new(
        rule, section == "-" ? null : Whole(section), new Message("示例中的存疑", "a doubt of the example"), [.. patterns.SelectMany(pattern => Codes(report, pattern))], []);

    private static Report Fill(Report report, string pattern, string text) =>
        Codes(report, pattern).Aggregate(report, (filled, code) => filled.With(code, Value(text)));

    private static List<string> Codes(Report report, string pattern)
    {
        var regex = new Regex($"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var codes = report.Fields.Select(field => field.Indicator.Code).Where(code => regex.IsMatch(code)).ToList();
        Assert.True(codes.Count > 0, $"no cell of the form is called {pattern}");
        return codes;
    }

    private static CellValue Value(string text) => text switch
    {
        "blank" => CellValue.Blank,
        "missing" => CellValue.Missing,
        _ when text.StartsWith("text:", StringComparison.Ordinal) => new CellValue(CellState.Unreadable, null, text[5..]),
        _ when text.StartsWith("raw:", StringComparison.Ordinal) => new CellValue(CellState.Reported, decimal.Parse(text.Split(':')[1], CultureInfo.InvariantCulture), text.Split(':')[2]),
        _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => new CellValue(CellState.Reported, number, text),
        _ => new CellValue(CellState.Placeholder, null, text),
    };

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^```(?<subject>reports?|file|coverage) (?<shows>holds|fails|cannot-tell)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();
}
