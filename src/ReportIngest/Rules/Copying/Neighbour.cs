using System.Text.RegularExpressions;

namespace ReportIngest.Rules.Copying;

/// <summary>A sentence that tells what another unit does with, for or beside the one that reports.</summary>
internal static partial class Neighbour
{
    /// <summary>The sentence names the reporting unit too, or says how two units have to do with each other.</summary>
    public static bool IsTold(string own, string sentence) =>
        Together().IsMatch(sentence) || (NamesAlike.Stem(own) is { } stem && sentence.Contains(stem, StringComparison.Ordinal));

    // 「石桥镇将继续与我镇开展结对共建」「青山县积极开展帮扶」; 「加强学习交流」 is what each says of itself.
    [GeneratedRegex("[我本](?:[省市县区旗乡镇局委厅办]|街道|单位|机关|部门|中心)|转[交办送载]|移交|帮扶|结对|对口|观摩|取经|参观|(?:考察|交流)学习|值得(?:学习|借鉴|推广)|与\\p{Lo}{2,10}(?:联合|共建|合作|合署)", RegexOptions.ExplicitCapture)]
    private static partial Regex Together();
}
