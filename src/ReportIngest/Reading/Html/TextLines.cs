using System.Text;

namespace ReportIngest.Reading.Html;

/// <summary>
/// Text as a browser sets it: blanks of every kind, also <c>&amp;nbsp;</c> and U+3000, collapse to one and vanish at the ends of a line;
/// empty lines vanish. A thin blank stays what it is where it parts thousands, which stand in one run of text: of two it may part values.
/// </summary>
internal sealed class TextLines
{
    private readonly StringBuilder _text = new();
    private bool _atLineStart = true;

    /// <summary>What stands between the last word and the next; none where they are one.</summary>
    private char? _blank;

    private string _marker = "";

    /// <summary>A digit that comes now would join a number.</summary>
    public bool EndsInDigit => !_atLineStart && _blank is null && char.IsAsciiDigit(_text[^1]);

    /// <param name="keepLines">Line ends are line ends (<c>pre</c>).</param>
    public void Append(ReadOnlySpan<char> text, bool keepLines = false)
    {
        var isWithin = false;
        while (!text.IsEmpty)
        {
            var word = 0;
            while (word < text.Length && IsShown(text[word])) word++;
            if (word > 0)
            {
                if (_blank is not (null or ' ') && !(isWithin && PartsThousands(text[..word]))) _blank = ' ';
                AppendWord(text[..word]);
                isWithin = true;
            }

            if (word == text.Length) return;
            if (keepLines && text[word] == '\n') Break();
            else if (!IsInvisible(text[word])) _blank = _blank is null && text[word] is '\u2009' or '\u202F' ? text[word] : ' ';
            text = text[(word + 1)..];
        }
    }

    /// <summary>What the next character has before it: an item's number stands beside the item's first line, however deep that is.</summary>
    public void Mark(string marker) => _marker = marker;

    public void Break()
    {
        if (!_atLineStart) _text.Append('\n');
        _atLineStart = true;
        _blank = null;
    }

    /// <summary>The lines, joined by <c>\n</c>; begins anew.</summary>
    public string Take()
    {
        if (_text.Length == 0)
        {
            _blank = null;
            return "";
        }

        Break();
        var text = _text.ToString(0, _text.Length - 1);
        _text.Clear();
        return text;
    }

    /// <summary>Three digits, behind at most three more: else two values are as likely.</summary>
    private bool PartsThousands(ReadOnlySpan<char> word)
    {
        var before = 0;
        while (before <= 3 && before < _text.Length && char.IsAsciiDigit(_text[^(before + 1)])) before++;
        var digits = word.IndexOfAnyExceptInRange('0', '9');
        return before is >= 1 and <= 3 && (digits < 0 ? word.Length : digits) == 3;
    }

    private void AppendWord(ReadOnlySpan<char> word)
    {
        if (_blank is { } blank && !_atLineStart) _text.Append(blank);
        _text.Append(_marker).Append(word);
        (_blank, _atLineStart, _marker) = (null, false, "");
    }

    /// <summary>Nearly every character is ASCII or Chinese, of which only the blank needs no look into the table of Unicode.</summary>
    private static bool IsShown(char character) =>
        character is (> ' ' and < '\x7F') or (> '\u3000' and < '\uFEFF') || (!IsInvisible(character) && !char.IsWhiteSpace(character));

    private static bool IsInvisible(char character) => character is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD';
}
