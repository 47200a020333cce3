using System.Xml;

namespace ReportIngest.Reading.Docx;

/// <summary>Why a DOCX is refused, in one sentence.</summary>
internal static class Refusal
{
    /// <summary>What the ZIP and XML readers throw for bytes that are not what they should be.</summary>
    public static bool IsDamage(Exception exception) => exception is XmlException or InvalidDataException or IOException;

    public static UnreadableException Damaged(Exception cause) => new(UnreadableReason.Damaged, new Message(
        "DOCX 文件损坏或不完整，无法读取；请重新下载，或用 Word、WPS 打开后另存。",
        "The DOCX file is damaged or incomplete; download it again, or open it in Word or WPS and save it anew."), cause);

    public static UnreadableException NoMainPart() => new(UnreadableReason.Damaged, new Message(
        "DOCX 文件里没有正文部分，无法读取；请用 Word、WPS 打开后另存。",
        "The DOCX file has no main document part; open it in Word or WPS and save it anew."));

    public static UnreadableException TooManyEntries(int count, int limit) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件内有 {count} 个部件，超过上限 {limit}，已拒绝读取。",
        $"The DOCX file has {count} entries, over the limit of {limit}; it was refused."));

    public static UnreadableException TooManyBytes(long limit) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件解压后超过上限 {limit} 字节，已拒绝读取。",
        $"The DOCX file unpacks to more than the limit of {limit} bytes; it was refused."));

    public static UnreadableException TooDense(int ratio) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件解压后超过原来的 {ratio} 倍，不是正常的文档，已拒绝读取。",
        $"The DOCX file unpacks to more than {ratio} times its size, which no proper document does; it was refused."));

    public static UnreadableException TooManyCharacters(long limit) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件的一个部件超过上限 {limit} 个字符，已拒绝读取。",
        $"A part of the DOCX file has more than the limit of {limit} characters; it was refused."));

    public static UnreadableException TooManyCells(int limit) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件的表格超过上限 {limit} 个单元格，已拒绝读取。",
        $"The tables of the DOCX file have more than the limit of {limit} cells; it was refused."));

    public static UnreadableException TooDeep(int limit) => new(UnreadableReason.TooLarge, new Message(
        $"DOCX 文件的嵌套超过上限 {limit} 层，已拒绝读取。",
        $"The DOCX file nests deeper than the limit of {limit} levels; it was refused."));
}
