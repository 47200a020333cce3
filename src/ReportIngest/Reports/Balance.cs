using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>Both sides of an identity as a report fills them; null where they cannot be told.</summary>
public readonly record struct Balance(decimal? Left, decimal? Right)
{
    /// <summary>Every cell of the identity could be read and at least one holds a number.</summary>
    public bool Assessable => Left is not null;

    public bool Holds => Assessable && Left == Right;

    public bool Fails => Assessable && Left != Right;

    /// <summary>
    /// A blank or placeholder counts as 0 as long as some cell of the identity holds a number;
    /// with a missing or unreadable cell, or with no number at all, nothing can be said.
    /// </summary>
    public static Balance Of(Identity identity, Func<Indicator, Field?> field)
    {
        decimal left = 0, right = 0;
        var numbers = 0;
        foreach (var indicator in identity.Left)
            if (!Add(field(indicator), ref left, ref numbers)) return default;
        foreach (var indicator in identity.Right)
            if (!Add(field(indicator), ref right, ref numbers)) return default;
        return numbers == 0 ? default : new Balance(left, right);
    }

    private static bool Add(Field? field, ref decimal sum, ref int numbers)
    {
        switch (field?.Value.State)
        {
            case CellState.Reported when field.Value.Number is { } number:
                sum += number;
                numbers++;
                return true;
            case CellState.Blank or CellState.Placeholder:
                return true;
            default:
                return false;
        }
    }
}
