using Spectre.Console;
using Console = Spectre.Console;

namespace ReportIngest.Cli.Ingesting;

/// <summary>How far a run is: a bar where the error stream is a terminal, a line a minute elsewhere, nothing when quiet.</summary>
internal static class Progress
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <param name="work">Calls its argument once for each file that is done.</param>
    public static void Follow(Terminal terminal, int files, Action<Action> work)
    {
        if (terminal.Quiet || terminal.Verbose) work(() => { }); // verbose has a line a file
        else if (terminal.Streams.ErrorIsTerminal) ShowBar(terminal, files, work);
        else TellByMinute(terminal, files, work);
    }

    private static void ShowBar(Terminal terminal, int files, Action<Action> work) => terminal.ErrorPage().Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new CountColumn(), new RemainingTimeColumn())
        .Start(context =>
        {
            var task = context.AddTask(terminal.Say("读取", "Reading"), maxValue: files);
            work(() => task.Increment(1));
        });

    private static void TellByMinute(Terminal terminal, int files, Action<Action> work)
    {
        var (done, last) = (0, TimeProvider.System.GetTimestamp());
        work(() =>
        {
            done++;
            if (TimeProvider.System.GetElapsedTime(last) < Pause) return;
            last = TimeProvider.System.GetTimestamp();
            terminal.Tell(new Message($"已读 {done} / {files} 个文件", $"{done} of {files} files read"));
        });
    }

    private sealed class CountColumn : ProgressColumn
    {
        public override Console.Rendering.IRenderable Render(Console.Rendering.RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Console.Text($"{task.Value:0}/{task.MaxValue:0}");
    }
}
