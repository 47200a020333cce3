namespace ReportIngest.Reading.Html;

/// <summary>How letters are set.</summary>
/// <param name="Size">In pixels; 0 for unknown.</param>
/// <param name="Shift">How far they stand off their line.</param>
internal readonly record struct Lettering(double Size, double Shift)
{
    /// <summary>Browsers set a small digit, or one below the line, in 0.83 of the size.</summary>
    private const double OtherSize = 0.87;

    /// <summary>In pixels; sites set their text in 12 to 18.</summary>
    public const double Usual = 12;

    /// <summary>Far beyond what letters are shifted by: they may be shown behind what follows them.</summary>
    public const double Moved = 1e6;

    /// <summary>Whether digits set so may be of another number than those before them: a number stands on one line in one size. A cell that is shifted as a whole says nothing.</summary>
    public bool IsUnlike(in Lettering before) =>
        Shift != before.Shift || Shift == Moved
        || (Math.Min(Size, before.Size) is > 0 and var least ? least < OtherSize * Math.Max(Size, before.Size) : IsSmall(Math.Max(Size, before.Size)));

    /// <summary>Smaller than the letters of any site's text: beside letters of unknown size too.</summary>
    public static bool IsSmall(double size) => size is > 0 and < OtherSize * Usual;
}
