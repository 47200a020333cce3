using System.Collections.Immutable;
using ReportIngest.Reports;
using ReportIngest.Rules.Publication;

namespace ReportIngest.Rosters;

/// <summary>The units that have to publish, in the order of the file.</summary>
/// <param name="Units">A code stands in several rows when its unit was renamed; their periods do not overlap.</param>
/// <param name="UnusedColumns">Columns of the file that mean nothing here: notes of the office, or a name misspelt.</param>
public sealed record Roster(ImmutableArray<RosterUnit> Units, ImmutableArray<string> UnusedColumns)
{
    /// <exception cref="RosterException">The file is no roster; the exception says where and why.</exception>
    public static Roster Read(ReadOnlyMemory<byte> file) => RosterRows.Of(RosterFile.Rows(file));

    /// <summary>The same, where units without a day of their own have that of their level.</summary>
    public Roster WithDue(IReadOnlyDictionary<Level, DueDay> days) => this with
    {
        Units = [.. Units.Select(unit => unit is { Due: null, Level: { } level } && days.TryGetValue(level, out var day) ? unit with { Due = day } : unit)],
    };
}

/// <summary>One row: a unit as it is called in one period.</summary>
/// <param name="Code">Of the division, or any other the office uses.</param>
/// <param name="Name">With or without what it belongs to: 王集乡, 郏县王集乡人民政府.</param>
/// <param name="Level">As the file says, else as the name tells; null where neither does.</param>
/// <param name="Parent">Code of what it belongs to; a row of the file or one of China's divisions.</param>
/// <param name="ValidFrom">First day of the name, null for always.</param>
/// <param name="ValidTo">Last day of the name, null for still.</param>
/// <param name="Exempt">It publishes no report of its own.</param>
/// <param name="Due">The last day to publish, of the following year; null for the day of its level.</param>
public sealed record RosterUnit(
    string Code,
    string Name,
    Level? Level,
    string? Parent,
    ImmutableArray<string> Aliases,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Exempt,
    DueDay? Due)
{
    /// <summary>
    /// Whether the unit was there, under this name, on the last day of <paramref name="year"/>: only then is it there in the following months
    /// to report on that year.
    /// </summary>
    public bool IsValidIn(int year)
    {
        var end = new DateOnly(year, 12, 31);
        return (ValidFrom is not { } from || from <= end) && (ValidTo is not { } to || to >= end);
    }

    /// <summary>The last day to publish the report on <paramref name="year"/>. Who has neither a day nor a level that has one gets the latest there is.</summary>
    public DateOnly DueFor(int year)
    {
        if (Due is { } own) return own.After(year);
        var due = Level is { } level ? Deadlines.Statutory(level, year) ?? Deadlines.ByNotice(level, year) : null;
        return due ?? Deadlines.Statutory(Reports.Level.Province, year)!.Value;
    }
}

/// <summary>A day of the year that follows the reported one.</summary>
public readonly record struct DueDay(int Month, int Day)
{
    /// <summary>The day in the year after <paramref name="year"/>; 29 February is the last of the month in every year.</summary>
    public DateOnly After(int year) => new(year + 1, Month, Math.Min(Day, DateTime.DaysInMonth(year + 1, Month)));
}

/// <summary>A file that is no roster, with the one sentence that says why; it names the row where there is one.</summary>
public sealed class RosterException(Message sentence, Exception? inner = null) : Exception(sentence.En, inner)
{
    public Message Sentence { get; } = sentence;

    internal static RosterException At(int row, string zh, string en) => new(new Message($"名录第 {row} 行：{zh}", $"Row {row} of the roster: {en}"));
}
