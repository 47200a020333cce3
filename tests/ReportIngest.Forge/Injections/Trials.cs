using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>What the injections share: from a changed report to a trial.</summary>
internal static class Trials
{
    /// <param name="finish">The last change, to the report with its text.</param>
    public static Trial Of(string rule, Sound sound, Func<ForgedReport, ForgedReport>? finish = null)
    {
        var file = File(sound, "report", finish);
        return new Trial(rule, [file], file.Path);
    }

    public static GivenFile File(Sound sound, string name, Func<ForgedReport, ForgedReport>? finish = null)
    {
        var told = sound.Story.In(sound.Report);
        return new GivenFile(name + Extension(sound.Layout.Format), sound.Layout.Write(finish is null ? told : finish(told)));
    }

    public static string Extension(FileKind format) => format switch
    {
        FileKind.Html => ".html",
        FileKind.Docx => ".docx",
        FileKind.Pdf => ".pdf",
        FileKind.Markdown => ".md",
        _ => ".txt",
    };

    public static Form FormOf(Sound sound) => FormCatalog.Find(sound.Report.Truth.Edition)!;

    public static Sound WithCells(this Sound sound, params IEnumerable<(string Code, CellValue Value)> cells) =>
        sound with { Report = Forger.WithValues(sound.Report, FormOf(sound), cells) };

    public static Sound WithNumbers(this Sound sound, params IEnumerable<(string Code, decimal Number)> cells) =>
        sound.WithCells(cells.Select(cell => (cell.Code, Forger.Reported(cell.Number))));

    public static T Pick<T>(this Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>One section with other paragraphs.</summary>
    public static ForgedReport WithParagraphs(this ForgedReport report, int section, Func<ImmutableArray<string>, IEnumerable<string>> change) => report with
    {
        Sections = [.. report.Sections.Select(one => one.Number == section ? one with { Paragraphs = [.. change(one.Paragraphs)] } : one)],
    };

    public static ForgedReport WithHeading(this ForgedReport report, int section, Func<string, string> change) => report with
    {
        Sections = [.. report.Sections.Select(one => one.Number == section ? one with { Heading = change(one.Heading) } : one)],
    };
}
