using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge.Injections;

/// <summary>Tells a report's year in words that agree with its tables. What it says of requests, documents, disputes and fees is worded by <see cref="Statements"/>.</summary>
internal static class Stories
{
    public static Story Draw(ForgedReport report, Unit unit, Random random)
    {
        var facts = new Facts(report, unit);
        return new Story(
            Fill(Pick(Wordings.Prefaces, random), facts, random),
            Some(Wordings.Opening, 2),
            [.. Some(Wordings.Proactive, 2), .. Documents()],
            [Statements.Requests(facts, random), .. After()],
            Some(Wordings.Management, 2),
            Some(Wordings.Platform, 2),
            [.. Some(Wordings.Supervision, 1), Appraisal(), Statements.Disputes(facts, random)],
            Some(Wordings.Problems, 1 + random.Next(2)),
            Some(Wordings.Improvements, 1 + random.Next(2)),
            [Statements.Fee(facts, random)]);

        ImmutableArray<string> Some(ImmutableArray<string> from, int count)
        {
            var order = from.ToArray();
            random.Shuffle(order);
            return [.. order.Take(count).Select(sentence => Fill(sentence, facts, random))];
        }

        // A government has to tell of all three.
        string Appraisal() => Fill(Pick(["工作考核、社会评议均已完成，未发生责任追究情况。", "全年未因政府信息公开受到责任追究，社会评议和工作考核结果良好。"], random), facts, random);

        ImmutableArray<string> Documents() => random.Next(3) == 0 ? [] : [Statements.Documents(facts, random), .. Statements.Charges(facts, random)];

        ImmutableArray<string> After() => facts.Fresh == 0 ? [] : [Statements.Results(facts, random)];
    }

    public static string Fill(string sentence, Facts facts, Random random)
    {
        int named = random.Next(5, 90), moving = random.Next(20, 400), rest = random.Next(1, 200), small = random.Next(2, 9);
        return sentence.Replace("{Y}", Digits(facts.Year)).Replace("{Z}", Digits(facts.Year - 3)).Replace("{P}", facts.Unit.Place).Replace("{S}", facts.Unit.Self).Replace("{U}", facts.Unit.Name)
            .Replace("{A}", Digits(named + moving + rest)).Replace("{B}", Digits(named)).Replace("{C}", Digits(moving)).Replace("{D}", Digits(small))
            .Replace("{E}", Digits(named)).Replace("{F}", Digits(moving)).Replace("{G}", Digits(named + moving))
            .Replace("{Q}", Math.Round(named * 100m / (named + moving), 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture));
    }

    public static string Pick(ImmutableArray<string> from, Random random) => from[random.Next(from.Length)];

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
