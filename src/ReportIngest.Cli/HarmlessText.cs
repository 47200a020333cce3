using Spectre.Console.Rendering;

namespace ReportIngest.Cli;

/// <summary>Keeps what a page shows of a document from giving the terminal orders: colours and places are the page's own.</summary>
internal static class HarmlessText
{
    public static IEnumerable<Segment> Of(IEnumerable<Segment> segments) => segments.Select(segment =>
        segment.IsControlCode || segment.IsLineBreak || !segment.Text.Any(char.IsControl) ? segment : new Segment(Terminal.Harmless(segment.Text), segment.Style));
}
