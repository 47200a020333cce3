using Spectre.Console.Rendering;

namespace ReportIngest.Cli;

/// <summary>Keeps what a page shows of a document from giving the terminal orders: colours and places are the page's own.</summary>
internal sealed class HarmlessText : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(one => new Shown(one));

    private sealed class Shown(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth).Select(segment =>
            segment.IsControlCode || segment.IsLineBreak || !segment.Text.Any(char.IsControl) ? segment : new Segment(Terminal.Harmless(segment.Text), segment.Style));
    }
}
