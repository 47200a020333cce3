using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forge.Writing.Pdf;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Files that cannot be read well, of which the program has to say so.</summary>
internal static class ReadingInjections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI901", CellLost),
        new("RI902", RowTwice),
        new("RI903", SpansLost),
        new("RI904", Scanned),
        new("RI905", Unreadable),
        new("RI906", WrongEncoding),
        new("RI907", NoReport),
    ];

    /// <summary>Where each cell is a line of its own, one line of a row is gone.</summary>
    private static Trial? CellLost(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed) with { Layout = Layouts.Find(FileKind.Text, "cell-per-line") };
        var cells = Trials.FormOf(sound).Indicators.Where(cell => cell.Section == 3).ToArray();
        var lost = random.Pick(cells).Code;
        return Trials.Of("RI901", sound, report => report.WithSheets(sheet => sheet.WithTexts(cell => cell.Code == lost ? "" : cell.Text)));
    }

    /// <summary>A row of table three stands there twice with different numbers: either may be meant.</summary>
    private static Trial RowTwice(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed);
        var rows = Trials.FormOf(sound).Grids.Single(grid => grid.Key == "requests").Rows.Where(row => row.Label.Length == 1 && row.Key is "requests.new" or "requests.carried_in" or "requests.carried_out").ToArray();
        var row = random.Pick(rows);
        return Trials.Of("RI902", sound, report => report.WithSheets(sheet =>
        {
            if (sheet.Section != 3) return sheet;
            var at = sheet.Cells.First(cell => cell.Code == $"{row.Key}.natural_person").Row;
            var numbers = sheet.Row(at).Where(cell => cell.Role == CellRole.Value).Select((cell, i) => (int)(sound.Report.Truth[cell.Code!].Number ?? 0) % 1_000_000 + (i == 1 ? 7 : 0)).ToArray();
            return sheet.WithRow(at, row.Label[^1], 3, numbers);
        }));
    }

    /// <summary>A converter that knows no merged cells.</summary>
    private static Trial SpansLost(int seed) => Trials.Of("RI903", Sound.Draw(seed) with { Layout = Layouts.Find(FileKind.Markdown, "lost-spans") });

    /// <summary>A scan with the text of a recognition program over it.</summary>
    public static Layout Scan { get; } = new(
        FileKind.Pdf, "scan", Recoverable.Partly, Plain: true, report => PdfWriter.Write(report, PdfStyle.Lines with { Rules = RuleStyle.None, Overprint = Overprint.Scan }));

    private static Trial Scanned(int seed) => Trials.Of("RI904", Sound.Draw(seed) with { Layout = Scan });

    private static Trial Unreadable(int seed)
    {
        var random = new Random(seed);
        var format = random.Pick([FileKind.Docx, FileKind.Pdf]);
        var sound = Sound.Draw(seed, new Wish(Layout: layout => layout.Format == format));
        var whole = Trials.File(sound, "report");
        var bytes = whole.Bytes;
        byte[] broken = random.Next(4) switch
        {
            0 => [],
            1 when format == FileKind.Docx => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. bytes.AsSpan(8)], // an encrypted document is a compound file
            2 when format == FileKind.Docx => bytes[..(bytes.Length * random.Next(20, 80) / 100)],
            2 => bytes[..random.Next(20, 400)],
            3 => [.. bytes[..4], .. Noise(random, 4000)],
            _ => [.. Noise(random, 3000)],
        };
        return new Trial("RI905", [whole with { Bytes = broken }], whole.Path);
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        bytes[0] = 0;
        return bytes;
    }

    private static Trial? WrongEncoding(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Layout: layout => layout.Format == FileKind.Html));
        var file = Trials.File(sound, "report");
        var isGb = sound.Layout.Name == "cms";
        var text = (isGb ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! : Encoding.UTF8).GetString(file.Bytes);
        var (declared, other) = isGb ? ("charset=gbk", "charset=utf-8") : ("charset=\"utf-8\"", "charset=\"gb2312\"");
        if (!text.Contains(declared, StringComparison.Ordinal)) (declared, other) = ("charset=utf-8", "charset=gb2312");
        if (!text.Contains(declared, StringComparison.Ordinal)) return null;
        var wrong = text.Replace(declared, other, StringComparison.Ordinal);
        return new Trial("RI906", [file with { Bytes = (isGb ? CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! : Encoding.UTF8).GetBytes(wrong) }], file.Path);
    }

    /// <summary>Pages that lie among reports: news, notices, guides.</summary>
    private static Trial NoReport(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Layout: layout => layout.Format != FileKind.Pdf));
        var (unit, year) = (sound.Unit, sound.Facts.Year.ToString(CultureInfo.InvariantCulture));
        var (title, lines) = random.Next(4) switch
        {
            0 => ($"{unit.Place}召开重点工作推进会", (string[])[$"{year}年，{unit.Place}召开推进会，部署下一阶段任务。", "会议要求，各科室要压实责任，按时完成。"]),
            1 => ("关于开展安全生产检查的通知", ["各有关单位：", "现就开展检查的有关事项通知如下。", "请于月底前报送自查情况。"]),
            2 => ("政府信息公开指南", ["为方便公民、法人和其他组织查询信息，编制本指南。", "受理机构的地址和联系方式见下。"]),
            _ => ($"{unit.Place}{year}年部门预算公开说明", ["一般公共预算拨款收入支出总体情况说明如下。", "“三公”经费较上年持平。"]),
        };
        return Trials.Of("RI907", sound, report => report with
        {
            Truth = report.Truth with { Title = title },
            TitleLines = [title],
            Preface = [.. lines],
            Sections = [],
            Signature = [],
        });
    }
}
