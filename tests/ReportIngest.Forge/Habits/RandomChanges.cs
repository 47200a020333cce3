using System.Collections.Immutable;

namespace ReportIngest.Forge.Habits;

/// <summary>What hands and converters do to tables without a plan: cells, rows, columns and spans lost, doubled, moved or put in, in one to three places that the seed chooses.</summary>
internal static class RandomChanges
{
    private static readonly Action<ChangedTables>[] Kinds =
    [
        tables => tables.LeaveOut(tables.AnyCell()),
        tables => tables.LeaveOut(tables.AnyValue()),
        tables => tables.PutBeside(tables.AnyCell(), cell => cell with { RowSpan = 1, ColumnSpan = 1, Text = "", Code = null }),
        tables => tables.PutBeside(tables.AnyCell(), cell => cell),
        tables => tables.Change(tables.AnyCell(), cell => tables.Chance() ? cell with { ColumnSpan = tables.OtherSpan(cell.ColumnSpan) } : cell with { RowSpan = tables.OtherSpan(cell.RowSpan) }),
        tables => tables.Change(tables.AnyMerged(), cell => cell with { RowSpan = 1, ColumnSpan = 1 }),
        tables => tables.Change(tables.AnyLabel(), cell => cell with { Text = "" }),
        tables => tables.Change(tables.AnyNumber(), cell => cell with { Text = tables.WithNote(cell.Text) }),
        tables => tables.MoveToNeighbour(tables.AnyCell()),
        tables => tables.JoinWithNext(tables.AnyNumber()),
        tables => tables.LeaveOutRow(),
        tables => tables.DoubleRow(),
        tables => tables.ExchangeRows(),
        tables => tables.LeaveOutColumn(),
        tables => tables.PutInColumn(),
        tables => tables.AddNumbering(),
        tables => tables.LeaveOutBlanks(),
        tables => tables.Cut(),
        tables => tables.DoubleColumn(),
        tables => tables.AddNoteRow(),
        tables => tables.ExchangeTables(),
        tables => tables.Change(tables.AnyNumber(), cell => cell with { Text = tables.InOtherDigits(cell) }),
        tables => tables.Change(tables.AnyLabel(), cell => cell with { Text = tables.Shortened(cell.Text) }),
        tables => tables.Merge(),
        tables => tables.AddOwnRow(),
        tables => tables.Correct(),
        tables => tables.PutInWords(tables.AnyNumber()),
    ];

    /// <summary>Its truth are the numbers that still stand there, each where it belonged.</summary>
    /// <param name="fillsUp">The format gives every row as many cells: one that was left out at its end is blank.</param>
    public static ForgedReport Made(ForgedReport report, bool fillsUp)
    {
        var random = new Random(report.Seed);
        var tables = new ChangedTables(report, random);
        for (var left = 1 + random.Next(3); left > 0; left--) Kinds[random.Next(Kinds.Length)](tables);
        var emptied = fillsUp ? tables.Emptied() : [];
        return report with
        {
            Truth = report.Truth.Unreadable(tables.Worded()).Without(tables.Gone()).Blank(emptied),
            Deviations = tables.Worded().IsEmpty ? report.Deviations : [.. report.Deviations, "RI203"],
            Emptied = emptied,
            LeftBlank = tables.BlanksLeftOut(),
            HasAdded = tables.HasAdded,
            Sections = [.. report.Sections.Select(section => section with { Sheets = tables.Of(section.Number) })],
        };
    }
}
