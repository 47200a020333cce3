namespace ReportIngest.Rules;

/// <summary>A part of patterns that begin at the beginning of a line.</summary>
internal static class LineStart
{
    /// <summary>
    /// Blanks of its own line: over empty lines a pattern would go on from each of them. Written out: .NET looks for the beginning of a line among listed signs at once, among classes sign by sign.
    /// </summary>
    public const string Blanks = "[\\t\\v\\f\\r \\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000]*";
}
