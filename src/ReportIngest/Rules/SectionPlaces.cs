using System.Collections.Immutable;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules;

/// <summary>Where in a section its words stand, for a person to go to. Its paragraphs are counted for the first finding: most sections have none.</summary>
internal sealed class SectionPlaces(Section section)
{
    private ImmutableArray<int>? _ends;

    /// <param name="index">Of the section's text, from 0.</param>
    public Message At(int index)
    {
        var ends = _ends ??= SentenceReader.ParagraphEnds(section.Text);
        var found = ends.BinarySearch(index);
        return Words.Paragraph(section.Number, 1 + (found < 0 ? ~found : found));
    }
}
