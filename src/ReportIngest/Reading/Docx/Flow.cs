using ReportIngest.Documents;

namespace ReportIngest.Reading.Docx;

/// <summary>The blocks of a body, a cell or a text box as they come.</summary>
internal sealed class Flow
{
    private readonly List<Block> _blocks = [];

    /// <summary>Text of a paragraph whose end was deleted: it is the beginning of the next one.</summary>
    private string _carried = "";

    public int Said => _blocks.Count + _carried.Length;

    public void Carry(string text) => _carried += text;

    /// <summary>Adds a paragraph, or a heading where <paramref name="level"/> says so; nothing where there is no text.</summary>
    public void AddText(string number, string text, int? level)
    {
        var whole = (number + _carried + text).Trim();
        _carried = "";
        if (whole.Length == 0) return;
        _blocks.Add(level is { } known ? new Heading(known, whole, default) : new Paragraph(whole, default));
    }

    public void Add(IEnumerable<Block> blocks)
    {
        AddText("", "", null);
        _blocks.AddRange(blocks);
    }

    /// <summary>All blocks; nothing may come after.</summary>
    public List<Block> Close()
    {
        AddText("", "", null);
        return _blocks;
    }
}
