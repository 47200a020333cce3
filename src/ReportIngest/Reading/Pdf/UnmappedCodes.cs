using System.Globalization;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Letters whose font does not say which character they are. PdfPig shows the code instead, so that a <c>3</c> may be read as any other sign, and
/// says so only in its log.
/// </summary>
internal sealed class UnmappedCodes : Pig.Logging.ILog
{
    private const string Before = "We could not find the corresponding character with code ", Between = " in font /";

    private readonly HashSet<(string Font, string Text)> _unmapped = [];

    public bool Contains(Pig.PdfFonts.IFont font, string text) => _unmapped.Count > 0 && _unmapped.Contains((font.Details.Name, text));

    public void Warn(string message)
    {
        if (!message.StartsWith(Before, StringComparison.Ordinal))
            return;
        var end = message.IndexOf(Between, Before.Length, StringComparison.Ordinal);
        if (end > 0 && int.TryParse(message.AsSpan(Before.Length, end - Before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            _unmapped.Add((message[(end + Between.Length)..^1], ((char)code).ToString())); // a full stop ends the message; others are the name's
    }

    /// <param name="text">The code as a character.</param>
    public void Add(Pig.PdfFonts.IFont font, string text) => _unmapped.Add((font.Details.Name, text));

    public void Debug(string message)
    {
        // Nothing that bears on the text.
    }

    public void Debug(string message, Exception ex) => Debug(message);

    public void Error(string message) => Debug(message);

    public void Error(string message, Exception ex) => Debug(message);
}
