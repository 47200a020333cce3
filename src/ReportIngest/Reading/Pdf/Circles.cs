using System.Text;
using System.Text.RegularExpressions;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// References that lead back to themselves, and forms that draw each other. PdfPig follows them until the stack is full, which ends the process; seen beforehand
/// they cost their file and nothing else. Forms without resources of their own are not looked into: what they draw depends on who draws them, and <see cref="PagePainter"/> counts them.
/// </summary>
internal static partial class Circles
{
    /// <summary>References behind each other, forms within each other. Producers nest two or three deep.</summary>
    public const int Deepest = 100;

    /// <summary>Whether an object is a reference to a reference and so on without end.</summary>
    public static bool AmongReferences(ReadOnlySpan<byte> file, List<ObjectHead> heads)
    {
        var targets = new Dictionary<long, long>();
        foreach (var (i, head) in heads.Index())
        {
            // The last of equal numbers counts, whatever it is.
            if (ObjectHead.Target(file[head.Start..(i + 1 < heads.Count ? heads[i + 1].Start : file.Length)]) is { } target) targets[head.Reference.ObjectNumber] = target;
            else targets.Remove(head.Reference.ObjectNumber);
        }
        return targets.Keys.Any(first =>
        {
            var steps = 0;
            for (var at = first; targets.TryGetValue(at, out at);)
            {
                if (++steps > Deepest) return true;
            }
            return false;
        });
    }

    /// <summary>Whether forms draw each other without end. A stream is always an object of its own, so that every form shows in the file as one.</summary>
    public static bool AmongForms(ReadOnlySpan<byte> file, List<ObjectHead> heads, Pig.Structure structure)
    {
        if (file.IndexOf("/Form"u8) < 0) return false;
        var forms = new Forms(structure);
        foreach (var (i, head) in heads.Index())
        {
            var body = file[head.Start..(i + 1 < heads.Count ? heads[i + 1].Start : file.Length)];
            if (body.IndexOf("stream"u8) is >= 0 and var dictionary && body[..dictionary].IndexOf("/Form"u8) >= 0) forms.All.Add(head.Reference);
        }
        return forms.All.Any(forms.IsEndless);
    }

    [GeneratedRegex(@"/([^\s/\[\]<>(){}%]+)\s+Do\b")]
    private static partial Regex Drawing();

    private sealed class Forms(Pig.Structure structure)
    {
        private const int Endless = Deepest + 1;

        /// <summary>How many forms lie within each other; endless while that is being found out.</summary>
        private readonly Dictionary<Pig.Core.IndirectReference, int> _heights = [];

        public HashSet<Pig.Core.IndirectReference> All { get; } = [];

        public bool IsEndless(Pig.Core.IndirectReference form) => Height(form, 0) == Endless;

        private int Height(Pig.Core.IndirectReference form, int level)
        {
            if (level > Deepest) return Endless;
            if (_heights.TryGetValue(form, out var known)) return known;
            _heights[form] = Endless;
            var inner = Drawn(form);
            // A form that draws itself by one name is known to PdfPig, which leaves it out; not so by two.
            if (inner.Count(other => other.Equals(form)) < 2) inner.Remove(form);
            return _heights[form] = Math.Min(Endless, 1 + inner.Select(other => Height(other, level + 1)).DefaultIfEmpty(0).Max());
        }

        /// <summary>What a form draws, once for each name. A form that is damaged draws nothing here: PdfPig says what it makes of it.</summary>
        private List<Pig.Core.IndirectReference> Drawn(Pig.Core.IndirectReference form)
        {
            try
            {
                var scanner = structure.TokenScanner;
                if (structure.GetObject(form)?.Data is not Pig.Tokens.StreamToken stream
                    || !Pig.PdfExtensions.TryGet<Pig.Tokens.DictionaryToken>(stream.StreamDictionary, Pig.Tokens.NameToken.Resources, scanner, out var resources)
                    || !Pig.PdfExtensions.TryGet<Pig.Tokens.DictionaryToken>(resources, Pig.Tokens.NameToken.Xobject, scanner, out var objects))
                    return [];
                var named = objects.Data.Where(pair => pair.Value is Pig.Tokens.IndirectReferenceToken reference && All.Contains(reference.Data))
                    .ToDictionary(pair => pair.Key, pair => ((Pig.Tokens.IndirectReferenceToken)pair.Value).Data);
                if (named.Count == 0) return [];
                var content = Encoding.Latin1.GetString(Pig.PdfExtensions.Decode(stream, structure.FilterProvider, scanner).Span);
                return [.. Drawing().Matches(content).Select(match => match.Groups[1].Value).Distinct().Where(named.ContainsKey).Select(name => named[name])];
            }
            catch (Exception damaged) when (damaged is not OutOfMemoryException)
            {
                return [];
            }
        }
    }
}
