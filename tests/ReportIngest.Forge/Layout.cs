using ReportIngest.Documents;

namespace ReportIngest.Forge;

/// <summary>One way in which producers of a format lay a report out.</summary>
/// <param name="Plain">Labels are printed as the form prints them; otherwise their print varies with the seed.</param>
/// <param name="Habit">How the offices of this layout fill in or change the form; null where they keep to it.</param>
public sealed record Layout(
    FileKind Format, string Name, Recoverable Recoverable, bool Plain, Func<ForgedReport, byte[]> Writer, Func<ForgedReport, ForgedReport>? Habit = null)
{
    /// <summary>Every cell can be told from the bytes.</summary>
    public bool CleanFor(ForgedReport report) =>
        Recoverable == Recoverable.Always || (Recoverable == Recoverable.WithoutBlanks && !report.Truth.HasBlanks);

    /// <summary>The report as its office fills in the form: its truth is what the bytes must be read as.</summary>
    public ForgedReport FilledIn(ForgedReport report) => Habit is null ? report : Habit(report);

    public byte[] Write(ForgedReport report)
    {
        var filledIn = FilledIn(report);
        return Writer(Plain ? filledIn : Variation.Vary(filledIn));
    }

    public override string ToString() => $"{Format.ToString().ToLowerInvariant()}/{Name}";
}

/// <summary>How much of a report a layout keeps.</summary>
public enum Recoverable
{
    /// <summary>Every cell can be told.</summary>
    Always,

    /// <summary>Every cell can be told as long as none is blank: where spans are lost, a blank and a merged position look alike.</summary>
    WithoutBlanks,

    /// <summary>Some cells cannot be told for certain.</summary>
    Partly,
}
