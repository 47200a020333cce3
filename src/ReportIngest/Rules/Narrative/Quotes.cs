using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Where a sentence stands and what it says, as messages quote it.</summary>
internal static class Quotes
{
    // A longer sentence is a paragraph of lists: what stands around the number is quoted.
    private const int Whole = 160;
    private const int Before = 60;
    private const int After = 60;

    public static Message Of(Claim claim) => Of(claim.Sentence, claim.Quantity?.Start ?? 0);

    public static Message Of(Sentence sentence, int position)
    {
        var (text, where) = (Text(sentence.Printed, position), Words.Paragraph(sentence.Section, sentence.Paragraph));
        return new Message($"{where.Zh}写「{text}」", $"{char.ToUpperInvariant(where.En[0])}{where.En[1..]} says “{text}”");
    }

    private static string Text(string printed, int position)
    {
        if (printed.Length <= Whole) return printed;
        var (from, to) = (Math.Max(position - Before, 0), Math.Min(position + After, printed.Length));
        return $"{(from > 0 ? "……" : "")}{printed[from..to]}{(to < printed.Length ? "……" : "")}";
    }
}
