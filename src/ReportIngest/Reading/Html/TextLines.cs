using System.Text;

namespace ReportIngest.Reading.Html;

/// <summary>
/// Text as a browser sets it: blanks of every kind, also <c>&amp;nbsp;</c> and U+3000, collapse to one and vanish at the ends of a line;
/// empty lines vanish.
/// </summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private bool _blank;
    private string _marker = "";

    private bool AtLineStart => _text.Length == 0 || _text[^1] == '\n';

    /// <param name="keepLines">Line ends are line ends (<c>pre</c>).</param>
    public void Append(string text, bool keepLines = false)
    {
        foreach (var c in text)
        {
            if (c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD') continue; // has no width
            if (keepLines && c == '\n') Break();
            else if (char.IsWhiteSpace(c)) _blank = true;
            else Append(c);
        }
    }

    /// <summary>What the next character has before it: an item's number stands beside the item's first line, however deep that is.</summary>
    public void Mark(string marker) => _marker = marker;

    public void Break()
    {
        if (!AtLineStart) _text.Append('\n');
        _blank = false;
    }

    /// <summary>The lines, joined by <c>\n</c>; begins anew.</summary>
    public string Take()
    {
        Break();
        var text = _text.ToString(0, Math.Max(0, _text.Length - 1));
        _text.Clear();
        return text;
    }

    private void Append(char c)
    {
        if (_blank && !AtLineStart) _text.Append(' ');
        _blank = false;
        _text.Append(_marker).Append(c);
        _marker = "";
    }
}
