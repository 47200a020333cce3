using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Cli.Configuring;
using ReportIngest.Rosters;

namespace ReportIngest.Cli.Covering;

/// <param name="Path">Of the roster; null without one.</param>
/// <param name="Years">Empty for those that occur.</param>
/// <param name="AsOf">The day from which it is looked at.</param>
internal sealed record RosterChoice(string? Path, ImmutableArray<int> Years, DateOnly AsOf)
{
    /// <exception cref="UsageException">The file is not there or no roster.</exception>
    public Roster? Read(Terminal terminal, Configuration configuration)
    {
        if (Path is null) return null;
        try
        {
            var roster = Roster.Read(SmallFile.Read(Path));
            if (!roster.UnusedColumns.IsEmpty)
            {
                terminal.Tell(new Message(
                    $"名录里这些列没有用到：{string.Join("、", roster.UnusedColumns)}", $"Columns of the roster that are not used: {string.Join(", ", roster.UnusedColumns)}"));
            }
            return roster.WithDue(configuration.Due);
        }
        catch (RosterException wrong)
        {
            throw new UsageException(wrong.Sentence);
        }
    }
}

/// <summary>The options of the commands that look at a roster.</summary>
internal sealed partial class RosterOptions(CommonOptions common)
{
    /// <summary>Commands may look at another day without a roster.</summary>
    public const string AsOf = "--as-of";

    private readonly Option<string> _roster = common.Option("--roster", "FILE", "单位名录（CSV 或 XLSX）：核对谁已公布、谁没有", "Roster of units (CSV or XLSX): who has published and who has not");
    private readonly Option<string> _years = common.Option("--years", "YEARS", "核对哪些年度，如 2022-2024 或 2022,2024（默认为出现过的年度）", "Years to look at: 2022-2024 or 2022,2024 (default: those that occur)");
    private readonly Option<string> _asOf = common.Option(AsOf, "DATE", "按哪一天判断是否到期（默认今天）", "The day on which something is due or not (default: today)");

    public IEnumerable<Option> All => [_roster, _years, _asOf];

    public RosterChoice Of(ParseResult parsed)
    {
        if (parsed.GetValue(_roster) is null && parsed.GetValue(_years) is not null)
            throw new UsageException("--years 要和 --roster 一起用。", "--years needs a --roster.");
        return new RosterChoice(parsed.GetValue(_roster), Years(parsed.GetValue(_years)), Day(parsed.GetValue(_asOf)));
    }

    private static ImmutableArray<int> Years(string? text)
    {
        if (text is null) return [];
        var years = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            if (Span().Match(part.Trim()) is not { Success: true } span) throw NoYears(text);
            var first = int.Parse(span.Groups["first"].Value, CultureInfo.InvariantCulture);
            var last = span.Groups["last"].Success ? int.Parse(span.Groups["last"].Value, CultureInfo.InvariantCulture) : first;
            if (last < first) throw NoYears(text);
            years.UnionWith(Enumerable.Range(first, last - first + 1));
        }
        return [.. years];
    }

    /// <exception cref="UsageException">It is no day.</exception>
    public static DateOnly Day(string? text)
    {
        if (text is null) return DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"--as-of 应是日期，如 2025-04-01，而不是“{text}”。", $"--as-of is a day, such as 2025-04-01, not “{text}”.");
    }

    private static UsageException NoYears(string text) => new(
        $"--years 应是年份，如 2022-2024 或 2022,2024，而不是“{text}”。", $"--years is like 2022-2024 or 2022,2024, not “{text}”.");

    [GeneratedRegex("^(?<first>20[0-9]{2})(?:-(?<last>20[0-9]{2}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();
}
