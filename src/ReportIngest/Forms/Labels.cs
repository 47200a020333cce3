namespace ReportIngest.Forms;

/// <summary>
/// How labels are compared: by a key that leaves out what offices vary (width, brackets, quotes, blanks, numbering, traditional characters).
/// Characters that print alike are one (<see cref="Folding"/>): Chromium's PDFs write Kangxi radicals (⼆⼗).
/// </summary>
public static class Labels
{
    /// <summary>What table two has over its labels, in the place of a header.</summary>
    public const string OverLabels = "信息内容";

    /// <summary>The key of a label: letters and digits only, simplified, without the number in front (<c>（七）总计</c> and <c>总 计</c> give <c>总计</c>).</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        var normal = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        Folding.Text(text, normal);
        var length = 0;
        foreach (var character in normal[AfterNumbering(normal)..])
        {
            if (character is >= '\u4E00' and <= '\u9FFF' || char.IsLetterOrDigit(character)) normal[length++] = SimplifiedCharacters.Of(character);
        }

        return new string(normal[..length]);
    }

    /// <summary>The key of what stands outside brackets: units and notes are printed there (<c>规章（件）</c>).</summary>
    public static string KeyOutsideBrackets(ReadOnlySpan<char> text)
    {
        var normal = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        Folding.Text(text, normal);
        var (length, depth) = (0, 0);
        foreach (var character in normal[AfterNumbering(normal)..])
        {
            if (IsOpening(character)) depth++;
            else if (IsClosing(character)) depth = Math.Max(0, depth - 1);
            else if (depth == 0) normal[length++] = character;
        }

        return Key(normal[..length]);
    }

    /// <summary>Labels are shorter; a paragraph is not laid on the stack.</summary>
    private const int LongestOnStack = 256;

    /// <summary>Edits (insert, delete, replace) between two keys; gives up and returns <paramref name="ceiling"/> + 1 beyond it.</summary>
    public static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int ceiling)
    {
        if (Math.Abs(left.Length - right.Length) > ceiling) return ceiling + 1;

        var shared = left.CommonPrefixLength(right);
        left = left[shared..];
        right = right[shared..];
        Span<int> distances = right.Length < LongestOnStack ? stackalloc int[right.Length + 1] : new int[right.Length + 1];
        for (var j = 0; j < distances.Length; j++) distances[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (diagonal, least) = (distances[0], i);
            distances[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = distances[j];
                distances[j] = Math.Min(replaced, Math.Min(diagonal, distances[j - 1]) + 1);
                least = Math.Min(least, distances[j]);
            }

            if (least > ceiling) return ceiling + 1;
        }

        return Math.Min(distances[^1], ceiling + 1);
    }

    /// <summary>
    /// Whether a text can be a misprint of a label: one character in four may differ. Shorter labels bear none: 其他 and 其中, 总计 and 小计
    /// are one character apart.
    /// </summary>
    public static bool Alike(string text, string label)
    {
        var key = Key(label);
        var tolerance = key.Length / 4;
        return tolerance > 0 && Distance(Key(text), key, tolerance) <= tolerance;
    }

    /// <summary>Whether a number stands in front (一、 or 1.).</summary>
    public static bool IsNumbered(string text) => AfterNumbering(Folding.Text(text)) > 0;

    /// <summary>Skips one number in front: <c>一、</c> <c>（一）</c> <c>1.</c> <c>1、</c> <c>①</c> (folded to 1). A number alone is no label and stays.</summary>
    private static int AfterNumbering(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && !char.IsLetterOrDigit(text[i])) i++;
        var digits = i;
        while (i < text.Length && (IsNumeral(text[i]) || char.IsWhiteSpace(text[i]))) i++;
        if (i == digits || i >= text.Length) return 0;
        var arabic = char.IsAsciiDigit(text[digits]);
        var end = i;
        while (i < text.Length && !char.IsLetterOrDigit(text[i])) i++;
        return i < text.Length && (arabic || i > end) ? i : 0;
    }

    private static bool IsNumeral(char character) => char.IsAsciiDigit(character) || "一二三四五六七八九十".Contains(character, StringComparison.Ordinal);

    private static bool IsOpening(char character) => character is '(' or '〔' or '[' or '【' or '﹙';

    private static bool IsClosing(char character) => character is ')' or '〕' or ']' or '】' or '﹚';
}
