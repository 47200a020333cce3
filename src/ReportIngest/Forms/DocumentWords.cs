using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>All words of a document as label keys, to ask whether it mentions a label anywhere. Made only when asked.</summary>
internal sealed class DocumentWords(Document document)
{
    /// <summary>The form's longest label has 34 characters; a longer text is prose, where 行政许可 and 行政复议 stand by themselves.</summary>
    private const int LongestLabel = 34;

    private readonly Lazy<string> _all = new(() => string.Join('\n', Keys(document)));
    private readonly Lazy<string> _labels = new(() => string.Join('\n', Keys(document).Where(key => key.Length <= LongestLabel)));

    /// <summary>Whether a label's key stands anywhere, in prose too.</summary>
    public bool Mention(string key) => _all.Value.Contains(key, StringComparison.Ordinal);

    /// <summary>Whether a label's key stands in a cell, or in a line short enough to have been one.</summary>
    public bool HaveAsLabel(string key) => _labels.Value.Contains(key, StringComparison.Ordinal);

    private static IEnumerable<string> Keys(Document document) => document.Blocks.SelectMany(Texts).Select(Labels.Key);

    private static IEnumerable<string> Texts(Block block) => block switch
    {
        Heading heading => [heading.Text],
        Paragraph paragraph => paragraph.Text.Split('\n'),
        Table table => table.Cells.Select(cell => cell.Text),
        _ => [],
    };
}
