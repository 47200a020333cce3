namespace ReportIngest.Reading.Pdf;

/// <summary>
/// References that lead back to themselves. PdfPig follows them until the stack is full, which ends the process; seen beforehand they cost their file and nothing else.
/// </summary>
internal static class Circles
{
    /// <summary>References behind each other. Producers write one.</summary>
    private const int Deepest = 100;

    /// <summary>Whether an object is a reference to a reference and so on without end.</summary>
    public static bool AmongReferences(ReadOnlySpan<byte> file, List<ObjectHead> heads)
    {
        var targets = new Dictionary<long, long>();
        foreach (var head in heads)
        {
            // The last of equal numbers counts, whatever it is.
            if (ObjectHead.Target(file[head.Start..]) is { } target) targets[head.Reference.ObjectNumber] = target;
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
}
