using System.Collections.Immutable;
using ReportIngest.Cli.Exporting;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// What an earlier run left in the output folder and this one does not write. Lines of JSON are removed with the exchange, since <c>export</c> would take them for this run's. Other files,
/// in which somebody may have worked on, stay and are told.
/// </summary>
/// <param name="Removed">Names of files.</param>
/// <param name="Left">Names of files.</param>
internal sealed record EarlierOutputs(ImmutableArray<string> Removed, ImmutableArray<string> Left)
{
    public static EarlierOutputs None { get; } = new([], []);

    /// <param name="folder">With all that the run writes but its record.</param>
    public static EarlierOutputs Beside(OutputFolder folder) => new(
        Ours(folder, [IngestOutput.CoverageName, IngestOutput.GoneName]),
        Ours(folder, ExportFormats.Files));

    /// <summary>Also to who asked for quiet: they would be taken for this run's.</summary>
    public void Tell(Terminal terminal)
    {
        if (Left.IsEmpty) return;
        terminal.Complain(new Message(
            $"  注意：{string.Join("、", Left)} 是以前运行留下的，与这次结果无关；请删去，或用 export 重新输出。",
            $"  Note: {string.Join(", ", Left)} come from an earlier run and do not belong to this one: remove them, or write them anew with export."));
    }

    private static ImmutableArray<string> Ours(OutputFolder folder, ImmutableArray<string> names) =>
        [.. folder.Existing(names.Except(folder.Names)).Where(name => ByProducts.IsOwnOutput(folder.Place(name)))];
}
