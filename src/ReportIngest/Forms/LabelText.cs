using System.Buffers;

namespace ReportIngest.Forms;

/// <summary>The keys of one text, computed once.</summary>
internal readonly record struct LabelText(string Key, string Outside)
{
    public static readonly LabelText None = new("", "");

    private static readonly SearchValues<char> Brackets = SearchValues.Create("(（〔﹙[［【");

    public static LabelText Of(string text)
    {
        var key = Labels.Key(text);
        return new LabelText(key, text.AsSpan().IndexOfAny(Brackets) < 0 ? key : Labels.KeyOutsideBrackets(text));
    }

    public bool Equals(LabelText other) => Key == other.Key && Outside == other.Outside;

    // Two texts with one key are rare.
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
