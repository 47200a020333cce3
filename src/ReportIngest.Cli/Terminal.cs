using Spectre.Console;

namespace ReportIngest.Cli;

/// <summary>Where a process writes. Results go to <paramref name="Out"/>, all that is said about the work to <paramref name="Error"/>.</summary>
internal sealed record Streams(TextWriter Out, TextWriter Error, bool OutIsTerminal, bool ErrorIsTerminal);

/// <summary>The streams together with how this run speaks: language, colour, and how much.</summary>
internal sealed record Terminal(Streams Streams, string Language, bool Color, bool Quiet, bool Verbose)
{
    /// <summary>Of a page that goes to a file or a pipe, where nothing is broken: wider than any text of a report.</summary>
    private const int PlainWidth = 10_000_000;

    public TextWriter Out => Streams.Out;

    public bool English => Language == "en";

    public string Say(string zh, string en) => English ? en : zh;

    /// <summary>One line to the error stream, unless the user asked for quiet.</summary>
    public void Tell(Message message)
    {
        if (!Quiet) Complain(message);
    }

    /// <summary>One line to the error stream that even <c>--quiet</c> does not suppress.</summary>
    public void Complain(Message message) => Streams.Error.WriteLine(Harmless(message.In(Language)));

    /// <summary>A file's name, or a document, may hold what a terminal takes for an order, or a line of its own.</summary>
    public static string Harmless(string text) => string.Concat(text.Select(one => char.IsControl(one) ? '\ufffd' : one));

    /// <summary>A page on standard output: colours and the window's width on a terminal, plain text elsewhere.</summary>
    public IAnsiConsole Page()
    {
        var page = Console(Streams.Out, Streams.OutIsTerminal);
        page.Pipeline.Attach(new ShownSegments(HarmlessText.Of));
        if (!Streams.OutIsTerminal) page.Pipeline.Attach(new ShownSegments(TrimmedLines.Of));
        return page;
    }

    public IAnsiConsole ErrorPage() => Console(Streams.Error, Streams.ErrorIsTerminal);

    private IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal && Color ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!isTerminal)
        {
            console.Profile.Width = PlainWidth;
            console.Profile.Capabilities.Unicode = true;
        }
        return console;
    }
}
