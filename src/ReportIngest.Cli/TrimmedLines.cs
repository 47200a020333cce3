using Spectre.Console.Rendering;

namespace ReportIngest.Cli;

/// <summary>Leaves out the blanks that fill up a page's lines: in a file they are seen by searches and comparisons, and by nobody else.</summary>
internal static class TrimmedLines
{
    public static IEnumerable<Segment> Of(IEnumerable<Segment> segments)
    {
        var blanks = new List<Segment>();
        foreach (var segment in segments)
        {
            var text = segment.Text.TrimEnd(' ');
            if (segment.IsLineBreak) blanks.Clear();
            else if (text.Length == 0 && !segment.IsControlCode)
            {
                blanks.Add(segment);
                continue;
            }
            foreach (var blank in blanks) yield return blank;
            blanks.Clear();
            if (segment.IsLineBreak || segment.IsControlCode || text.Length == segment.Text.Length) yield return segment;
            else
            {
                yield return new Segment(text, segment.Style);
                blanks.Add(new Segment(segment.Text[text.Length..], segment.Style));
            }
        }
    }
}
