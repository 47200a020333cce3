namespace ReportIngest.Fuzz;

/// <summary>Damaged inputs by number: the same number is the same input on every machine.</summary>
internal static class Mutations
{
    public static byte[] Of(Target target, int number)
    {
        var dice = new Dice((uint)number);
        return dice.Of(target.Seeds).Damaged(dice);
    }

    /// <summary>The exception of input <paramref name="number"/> that its target may not throw, or null.</summary>
    public static Exception? Fails(Target target, int number)
    {
        try
        {
            target.Run(Of(target, number));
            return null;
        }
        catch (Exception error)
        {
            return error;
        }
    }
}
