using System.Buffers;
using System.Text;

namespace ReportIngest;

/// <summary>
/// One character for the several that print alike: full-width forms, Kangxi radicals, compatibility ideographs. What Unicode's NFKC does for
/// them; .NET's own does nothing under invariant globalization, and ICU is not on every machine.
/// </summary>
internal static class Folding
{
    /// <summary>Ideographs of the Kangxi radicals U+2F00–U+2FD5 in their order: Chromium's PDFs write 行政 and 二十 with radicals.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日" +
        "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行" +
        "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>Radicals of the supplement that the same PDFs use (人⺠政府), which NFKC leaves alone, each before its ideograph.</summary>
    private const string Supplement = "⺠民⺟母⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

    /// <summary>Ideographs of the compatibility block U+F900–U+FA6D in their order (行, 度, 理 and others have a double there).</summary>
    private const string Compatibility =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵" +
        "讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈" +
        "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀" +
        "﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸" +
        "難響頻恵𤋮舘";

    /// <summary>Small and vertical forms of punctuation, each before its plain form.</summary>
    private const string SmallForms = "﹐,﹒.﹔;﹕:﹖?﹗!﹘—﹙(﹚)﹛{﹜}﹝〔﹞〕﹢+﹣-︵(︶)︹〔︺〕";

    /// <summary>Digits, letters and ideographs; punctuation stays as printed.</summary>
    public static char Letter(char character) => character switch
    {
        >= '\u4E00' and <= '\u9FFF' => character, // first, since most are
        >= '０' and <= '９' or >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' => (char)(character - '０' + '0'),
        _ => Ideograph(character),
    };

    private static readonly SearchValues<char> Doubles = SearchValues.Create(
        string.Concat(Enumerable.Range('\u2E80', '\u2FD5' - '\u2E80' + 1).Concat(Enumerable.Range('\uF900', '\uFA6D' - '\uF900' + 1)).Select(character => (char)character)));

    /// <summary>Radicals and compatibility ideographs only, the rest as printed: nobody types them, a program that made the file wrote them for what they look like.</summary>
    /// <returns>The text itself where it has none.</returns>
    public static string Ideographs(string text) => !text.AsSpan().ContainsAny(Doubles) ? text : string.Create(text.Length, text, static (folded, source) =>
    {
        for (var i = 0; i < source.Length; i++) folded[i] = Ideograph(source[i]);
    });

    private static char Ideograph(char character) => character switch
    {
        >= '\u2F00' and <= '\u2FD5' => Kangxi[character - '\u2F00'],
        >= '\u2E80' and <= '\u2EFF' => Second(Supplement, character),
        >= '\uF900' and <= '\uFA6D' => Compatibility[character - '\uF900'],
        _ => character,
    };

    /// <summary>The whole text with letters and punctuation folded; as long as it was.</summary>
    public static string Text(string text) =>
        Ascii.IsValid(text) ? text : string.Create(text.Length, text, static (folded, source) => Text(source, folded));

    /// <summary>As <see cref="Text(string)"/>, into <paramref name="folded"/>, which is as long as the text or the text itself.</summary>
    public static void Text(ReadOnlySpan<char> text, Span<char> folded)
    {
        for (var i = 0; i < text.Length; i++) folded[i] = Any(text[i]);
    }

    private static char Any(char character) => character switch
    {
        < '\u0080' => character,
        >= '\uFF01' and <= '\uFF5E' => (char)(character - '\uFF01' + '!'),
        '\u3000' or '\u00A0' => ' ',
        >= '\uFE30' and <= '\uFE6F' => Second(SmallForms, character),
        _ => Letter(character),
    };

    private static char Second(string pairs, char first)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
            if (pairs[i] == first) return pairs[i + 1];
        return first;
    }
}
