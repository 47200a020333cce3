using System.Diagnostics;
using ReportIngest.Documents;
using ReportIngest.Forge.Writing;

namespace ReportIngest.Forge;

/// <summary>PDFs by programs that the machine may have: their rules, fonts and page breaks are not ours.</summary>
public static class ProgramLayouts
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The layouts whose program is on the PATH; <paramref name="missing"/> hears the name of each that is not.</summary>
    public static IEnumerable<Layout> Found(Action<string> missing)
    {
        if (Find("chromium", "chromium-browser", "google-chrome") is { } chromium)
            yield return new Layout(FileKind.Pdf, "chromium", Recoverable.Always, Plain: false, report => Chromium(chromium, report));
        else
            missing("chromium");
        if (Find("soffice", "libreoffice") is { } office)
            yield return new Layout(FileKind.Pdf, "libreoffice", Recoverable.Always, Plain: false, report => LibreOffice(office, report));
        else
            missing("soffice");
    }

    private static byte[] Chromium(string program, ForgedReport report) => Convert(
        "report.html", HtmlWriter.Write(report, HtmlStyle.Bordered), program, folder =>
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--user-data-dir={folder}/profile",
            $"--print-to-pdf={folder}/report.pdf", $"file://{folder}/report.html",
        ]);

    private static byte[] LibreOffice(string program, ForgedReport report) => Convert(
        "report.docx", DocxWriter.Write(report, DocxStyle.Plain), program, folder =>
        [
            $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, $"{folder}/report.docx",
        ]);

    private static byte[] Convert(string name, byte[] source, string program, Func<string, string[]> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("forge").FullName;
        try
        {
            File.WriteAllBytes(Path.Combine(folder, name), source);
            var start = new ProcessStartInfo(program, arguments(folder)) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{program} did not finish.");
            }

            return File.ReadAllBytes(Path.Combine(folder, "report.pdf"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Find(params string[] names) => (
        from name in names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        let path = Path.Combine(folder, name)
        where folder.Length > 0 && File.Exists(path)
        select path).FirstOrDefault();
}
