using System.Text;
using System.Text.RegularExpressions;

namespace ReportIngest.Cli.Fetching;

/// <summary>Whether a body is what its address and its server say it is: a page that asks to log in is no report, whatever its status.</summary>
internal static partial class BodyClaims
{
    /// <summary>The shortest report seen has some thousand bytes; a document of fewer than this says nothing.</summary>
    private const int Shortest = 32;

    /// <summary>A page that turns visitors away is short; a report that mentions a login is long.</summary>
    private const int LongestGate = 64 << 10;

    /// <exception cref="FetchException">It is not.</exception>
    public static void Check(Fetched fetched)
    {
        var body = fetched.Body.AsSpan();
        if (body.Length < Shortest) throw Wrong("too_short", $"只有 {body.Length} 个字节，不是文档。", $"It has only {body.Length} bytes and is no document.");
        var isHtml = LooksLikeHtml(body);
        if (isHtml && Claimed(fetched) is { } claim) throw Wrong("not_what_it_claims", $"应是 {claim}，得到的却是网页（可能要求登录，或文件已不在）。", $"It claims to be {claim} and is a web page (it may ask to log in, or the file is gone).");
        if (fetched.Type is "application/pdf" && body[..Math.Min(body.Length, 1024)].IndexOf("%PDF-"u8) < 0) throw Wrong("not_what_it_claims", "应是 PDF，得到的却不是。", "It claims to be a PDF and is none.");
        if (isHtml && body.Length <= LongestGate && Gate().IsMatch(Encoding.UTF8.GetString(body)))
            throw Wrong("gate", "得到的是登录或验证页面，不是文档。", "It is a page that asks to log in or to prove something, not a document.");
    }

    /// <summary>A web page without an end.</summary>
    public static bool IsCutOff(ReadOnlySpan<byte> body) => LooksLikeHtml(body) && body.LastIndexOf("</html"u8) < 0 && body.LastIndexOf("</HTML"u8) < 0;

    private static bool LooksLikeHtml(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 1024)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith('<') && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What the address or the server promises that a web page is not; null for neither.</summary>
    private static string? Claimed(Fetched fetched)
    {
        var extension = Path.GetExtension(fetched.Address.AbsolutePath).ToLowerInvariant();
        if (extension == ".pdf" || fetched.Type == "application/pdf") return "PDF";
        if (extension == ".docx" || fetched.Type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document") return "DOCX";
        return extension == ".doc" || fetched.Type == "application/msword" ? "DOC" : null;
    }

    private static FetchException Wrong(string code, string zh, string en) => new(code, new Message(zh, en));

    /// <summary>A field for a password, or the marks of the usual gates: a cookie set by script and the page loaded again, a captcha. Every repetition has a ceiling, and a clock would make the answer the machine's.</summary>
    [GeneratedRegex("""<input[^>]{1,200}type\s*=\s*["']?password|<title>[^<]{0,40}(?:登录|登陆|安全验证|人机验证|访问验证|Just a moment|Access Denied)|document\.cookie\s*=[^;]{1,400};[\s\S]{0,2000}location\.(?:reload|replace|href)|(?:g-recaptcha|hcaptcha|__jsl_clearance)""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gate();
}
