namespace ReportIngest.Forge;

/// <summary>Another way to print the labels of the form: brackets, numbering, quotes, blanks, short names. The seed chooses.</summary>
internal static class Variation
{
    private static readonly (string Open, string Close)[] Brackets = [("（", "）"), ("(", ")"), ("﹙", "﹚"), ("(", "）")];
    private static readonly string[] Dots = [".", "．", "、", ". "];
    private static readonly (string Open, string Close)[] Quotes = [("“", "”"), ("\"", "\""), ("「", "」"), ("", "")];
    private static readonly (string Long, string Short)[] ShortNames =
    [
        ("结果维持", "维持"), ("结果纠正", "纠正"), ("商业企业", "企业"), ("现行有效件数", "现行有效"),
        ("本年收费金额（单位：万元）", "本年收费金额"), ("行政规范性文件", "规范性文件"), ("社会公益组织", "公益组织"),
    ];

    public static ForgedReport Vary(ForgedReport report)
    {
        var random = new Random(report.Seed);
        var bracket = Brackets[random.Next(Brackets.Length)];
        var dot = Dots[random.Next(Dots.Length)];
        var quote = Quotes[random.Next(Quotes.Length)];
        var shortened = ShortNames.Where(_ => random.Next(3) == 0).ToArray();
        var spaced = random.Next(3) == 0;
        return report.WithSheets(sheet => sheet.WithTexts(cell => cell.Role == CellRole.Value ? cell.Text : Print(cell.Text)));

        string Print(string label)
        {
            foreach (var (whole, brief) in shortened)
                if (label == whole) label = brief;
            label = label.Replace("（", bracket.Open).Replace("）", bracket.Close).Replace("“", quote.Open).Replace("”", quote.Close);
            if (label.Length > 2 && char.IsAsciiDigit(label[0]) && label[1] == '.') label = label[0] + dot + label[2..];
            return spaced && label.Length is 2 or 4 ? label.Insert(label.Length / 2, " ") : label;
        }
    }
}
