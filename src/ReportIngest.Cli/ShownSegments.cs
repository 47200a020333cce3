using Spectre.Console.Rendering;

namespace ReportIngest.Cli;

/// <summary>Changes the pieces of a page as they are shown, line after line, and nothing of how it is laid out.</summary>
internal sealed class ShownSegments(Func<IEnumerable<Segment>, IEnumerable<Segment>> change) : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(one => new Shown(one, change));

    private sealed class Shown(IRenderable inner, Func<IEnumerable<Segment>, IEnumerable<Segment>> change) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => change(inner.Render(options, maxWidth));
    }
}
