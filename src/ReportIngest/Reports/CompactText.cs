namespace ReportIngest.Reports;

/// <summary>
/// One way to write a line, for reading names and titles out of it: no blanks, ASCII digits and letters, unified ideographs. Punctuation and variant characters stay as printed.
/// </summary>
internal static class CompactText
{
    /// <summary>Ideographs of the Kangxi radicals U+2F00–U+2FD5 in their order: Chromium's PDFs write 行政 and 二十 with radicals. NFKC would map them, but does nothing under invariant globalization.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日" +
        "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行" +
        "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Radicals of the supplement that the same PDFs use (人⺠政府), which NFKC leaves alone, each before its ideograph.</summary>
    private const string Supplement = "⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

    /// <summary>The compact form; characters map one to one apart from those left out.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var compact = new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            if (!IsBlank(character)) compact[length++] = Fold(character);
        }

        return new string(compact, 0, length);
    }

    /// <summary>The same with its blanks kept: a blank parts a day from the hour behind it.</summary>
    public static string WithBlanks(ReadOnlySpan<char> text)
    {
        var folded = new char[text.Length];
        for (var i = 0; i < text.Length; i++) folded[i] = Fold(text[i]);
        return new string(folded);
    }

    /// <summary>The index in <paramref name="text"/> behind its first <paramref name="count"/> characters that are no blanks.</summary>
    public static int IndexAfter(string text, int count)
    {
        var index = 0;
        for (; index < text.Length && count > 0; index++)
        {
            if (!IsBlank(text[index])) count--;
        }

        return index;
    }

    /// <summary>White space of every width (U+3000, NBSP), and what has no width: joiners, marks of direction, BOM, soft hyphen.</summary>
    public static bool IsBlank(char character) =>
        char.IsWhiteSpace(character) || character is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\u00AD';

    private static char Fold(char character) => character switch
    {
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(character - '０' + '0'),
        >= '\u2F00' and <= '\u2FD5' => Kangxi[character - '\u2F00'],
        >= '\u2E80' and <= '\u2EFF' when Supplement.IndexOf(character) is >= 0 and var at => Supplement[at + 1],
        _ => character,
    };
}
