using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Html;

/// <summary>Sites have a table twice, for wide screens and for narrow ones, and hide the one that does not fit.</summary>
internal static class HiddenCopies
{
    /// <summary>Without the hidden tables of which one with the same words in the same places is shown. One that stands alone a script may bring out.</summary>
    public static ImmutableArray<Block> LeaveOut(ImmutableArray<Block> blocks, HashSet<Table> hidden)
    {
        if (hidden.Count == 0) return blocks;
        var shown = blocks.OfType<Table>().Where(table => !hidden.Contains(table)).Select(Words).ToHashSet();
        return blocks.RemoveAll(block => block is Table table && hidden.Contains(table) && shown.Contains(Words(table)));
    }

    private static string Words(Table table) =>
        string.Join('|', table.Cells.Where(cell => cell.Text.Any(char.IsLetter)).Select(cell => $"{cell.Row},{cell.Column} {cell.Text.Replace(Cell.Unclear, "", StringComparison.Ordinal)}"));
}
