using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>All words of a document as label keys, to ask whether it mentions a label anywhere. Made only when asked.</summary>
internal sealed class DocumentWords(Document document, ImmutableArray<Sheet> sheets)
{
    /// <summary>The form's longest label has 34 characters; a longer text is prose, where 行政许可 and 行政复议 stand by themselves.</summary>
    public const int LongestLabel = 34;

    private readonly Lazy<List<string>> _prose = new(() => [.. document.Blocks.SelectMany(Lines).Select(line => Labels.Key(line))]);

    /// <summary>A converter may cut a label in lines.</summary>
    private readonly Lazy<string> _joined = new(() => string.Concat(document.Blocks.SelectMany(Lines).Select(line => Labels.Key(line))));

    private readonly Lazy<List<string>> _glued = new(() => [.. document.Blocks.SelectMany(Lines).Select(line => CompactText.Of(line))]);

    /// <summary>Whether the reader could not read some of the document (letters of a font that does not say what they are).</summary>
    public bool ArePartlyUnread => document.Notes.Any(note => note.Rule == "RI901");

    /// <summary>Whether a label's key stands anywhere, in prose too.</summary>
    public bool Mention(string key) => CellsHave(key, int.MaxValue) || Has(_joined.Value, key);

    /// <summary>Whether the note in the corner of table three stands anywhere (勾稽关系, also 钩). Every document is asked: a line without 稽 need not be made a key.</summary>
    public bool MentionBalance() => sheets.Any(sheet => sheet.Cells.Any(cell => IsBalance(cell.Cell.Text))) || document.Blocks.SelectMany(Lines).Any(IsBalance);

    private static bool IsBalance(string text) => text.Contains('稽', StringComparison.Ordinal) && Labels.Key(text) is var key && (Has(key, "勾稽关系") || Has(key, "钩稽关系"));

    /// <summary>Whether a label's key stands in a cell, or in a line short enough to have been one.</summary>
    public bool HaveAsLabel(string key) => CellsHave(key, LongestLabel) || _prose.Value.Exists(text => text.Length <= LongestLabel && Has(text, key));

    /// <summary>Whether a cell is the label with a number in front, as rows have it and columns do not (（七）总计).</summary>
    public bool HaveNumbered(string key) => sheets.Any(sheet => sheet.Cells.Any(cell => cell.Label.Key == key && Labels.IsNumbered(cell.Cell.Text)));

    /// <summary>Whether two labels stand in the text with nothing between them: the headers of a table whose cells were glued together, not a list of words.</summary>
    public bool HaveGlued(string first, string second) => _glued.Value.Exists(text => Has(text, first + second));

    private bool CellsHave(string key, int longest)
    {
        foreach (var sheet in sheets)
        {
            foreach (var cell in sheet.Cells)
            {
                if (cell.Label.Key.Length <= longest && Has(cell.Label.Key, key)) return true;
            }
        }

        return false;
    }

    private static bool Has(string text, string key) => text.Contains(key, StringComparison.Ordinal);

    /// <summary>Two blanks part cells that were set beside each other: together they may be as long as prose.</summary>
    public static IEnumerable<string> Lines(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph { Text: { Length: > 0 } text } when !text.Contains('\n', StringComparison.Ordinal) && !text.Contains("  ", StringComparison.Ordinal) => [text], // as most are
        Paragraph paragraph => paragraph.Text.Split('\n').SelectMany(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries)),
        _ => [],
    };
}
