using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Docx;

/// <summary>How the text of a run is shown.</summary>
/// <param name="Raised">A superscript.</param>
/// <param name="Pale">It may not be seen.</param>
/// <param name="Size">In half points, where one is said.</param>
internal readonly record struct RunLook(bool Hidden, bool Raised, bool Pale, int? Size);

/// <summary>A paragraph while its runs are read.</summary>
internal sealed class ParagraphText
{
    private readonly StringBuilder _text = new();

    // The fields that are open here, inner ones last: true once the result has begun.
    // One that a paragraph leaves open is forgotten at its end: a missing end mark must not swallow the document.
    private readonly Stack<bool> _fields = [];
    private string _instruction = "";

    public ParagraphProperties Properties { get; set; } = ParagraphProperties.None;

    /// <summary>Of the text that comes now.</summary>
    public RunLook Look { get; set; }

    /// <summary>What the paragraph's style says.</summary>
    public Style Style { get; set; } = Style.Plain;

    /// <summary>What comes now is the exponent of a formula, or a link behind other text of the cell: the mark of a note.</summary>
    public bool IsMark { get; set; }

    /// <summary>What comes now would join the digits of a number in another size: such are marks, or of another number.</summary>
    public bool IsOfOtherSize(string text) =>
        text is [>= '0' and <= '9', ..] && !IsEmpty && char.IsAsciiDigit(_text[^1]) && Math.Min(Look.Size ?? Usual, _lastSize ?? Usual) < Other * Math.Max(Look.Size ?? Usual, _lastSize ?? Usual);

    /// <summary>Browsers set a digit below the line in 0.83 of the size.</summary>
    private const double Other = 0.87;

    /// <summary>In half points, where neither runs nor styles say it.</summary>
    private const int Usual = 20;

    private int? _lastSize;

    /// <summary>How far the first run stands above the line: a cell whose whole text is lifted has no marks of notes.</summary>
    public int Rise { get; set; }

    /// <summary>Contents of the text boxes that are anchored here.</summary>
    public List<Block> Boxes { get; } = [];

    /// <summary>A picture is anchored here.</summary>
    public bool HasPicture { get; set; }

    public bool IsEmpty => _text.Length == 0;

    public int Said => _text.Length + Boxes.Count;

    /// <summary>What comes now is neither hidden nor a field's instruction.</summary>
    public bool Shown => !Look.Hidden && !_fields.Contains(false);

    public void Append(string text)
    {
        if (!Shown) return;
        _text.Append(text);
        _lastSize = Look.Size;
    }

    /// <summary>A mark of a field: <c>begin</c>, <c>separate</c> before the result, <c>end</c>. True at the end of one that shows what no result says.</summary>
    public bool Field(string? mark)
    {
        if (mark == "begin")
        {
            _fields.Push(false);
            _instruction = "";
        }
        else if (mark is "separate" or "end" && _fields.TryPop(out var hasResult))
        {
            if (mark == "separate") _fields.Push(true);
            else return !hasResult && _instruction.TrimStart() is { Length: > 0 } shown && Shows(shown);
        }

        return false;
    }

    public void Instruct(string instruction) => _instruction += instruction;

    /// <summary>A formula, a computed number, a field of a form.</summary>
    private static bool Shows(string instruction) =>
        instruction[0] == '=' || instruction.StartsWith("EQ", StringComparison.OrdinalIgnoreCase) || instruction.StartsWith("FORM", StringComparison.Ordinal);

    public override string ToString() => _text.ToString();
}
