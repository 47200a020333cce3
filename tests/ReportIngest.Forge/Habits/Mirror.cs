using System.Collections.Frozen;

namespace ReportIngest.Forge.Habits;

/// <summary>The page's mirror in traditional characters, made letter by letter as websites do.</summary>
internal static class Mirror
{
    /// <summary>Each simplified character of the forge's texts before its traditional one.</summary>
    private const string Pairs =
        "万萬与與专專业業东東严嚴个個丰豐临臨为為举舉义義习習乡鄉书書于於云雲亚亞产產从從们們众眾优優会會体體党黨兰蘭关關兴興内內农農决決况況减減别別办辦务務动動区區医醫华華单單卫衛厅廳县縣参參双雙发發号號后後员員围圍国國图圖场場坚堅壮壯处處备備复復" +
        "够夠头頭学學宁寧实實审審对對导導将將尽盡属屬岗崗干乾并並广廣庄莊应應废廢开開强強归歸当當录錄彻徹径徑态態总總户戶执執护護报報拟擬挥揮据據数數断斷无無时時机機权權条條来來极極构構枫楓标標栏欄档檔桥橋检檢没沒泄洩洁潔测測济濟浏瀏点點现現电電疗療" +
        "监監盖蓋码碼础礎确確积積稳穩类類紧緊纠糾纳納纸紙线線组組细細织織经經结結绕繞统統继繼续續维維编編缴繳网網罚罰职職联聯肃肅范範获獲补補见見规規视視览覽计計订訂认認让讓训訓议議许許讼訟设設访訪评評识識诉訴话話询詢详詳请請读讀负負财財责責账賬质質" +
        "购購贯貫费費资資转轉载載较較输輸过過运運还還这這进進郏郟郑鄭采採针針银銀错錯键鍵镇鎮长長门門问問间間闻聞阅閱页頁项項预預领領频頻题題额額风風验驗齐齊龙龍";

    private static readonly FrozenDictionary<char, char> Traditional = Pairs.Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>The unit is the same, its title stands as printed.</summary>
    public static ForgedReport InTraditional(ForgedReport report) => report with
    {
        TitleLines = [.. report.TitleLines.Select(Convert)],
        Preface = [.. report.Preface.Select(Convert)],
        Signature = [.. report.Signature.Select(Convert)],
        Sections =
        [
            .. report.Sections.Select(section => section with
            {
                Heading = Convert(section.Heading),
                Paragraphs = [.. section.Paragraphs.Select(Convert)],
                Sheets = [.. section.Sheets.Select(sheet => sheet.WithTexts(cell => Convert(cell.Text)))],
            }),
        ],
        Truth = report.Truth with
        {
            Title = Convert(report.Truth.Title),
            Values = [.. report.Truth.Values.Select(value => KeyValuePair.Create(
                value.Key, value.Value.Raw is { } raw ? value.Value with { Raw = Convert(raw) } : value.Value))],
        },
    };

    private static string Convert(string text) => string.Concat(text.Select(letter => Traditional.GetValueOrDefault(letter, letter)));
}
