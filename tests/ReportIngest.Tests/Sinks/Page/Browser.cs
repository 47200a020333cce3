using PuppeteerSharp;

namespace ReportIngest.Tests.Sinks.Page;

/// <summary>A browser of this machine without a window, started once for all tests of a class; where there is none they are skipped.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome", "chrome.exe", "msedge.exe"];

    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (program is null) return;
        _browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [], // its sandbox does not start as root
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
    }

    /// <summary>Opens a page from disk, as a person would.</summary>
    /// <param name="downloads">Where downloaded files go.</param>
    internal async Task<OpenPage> OpenAsync(string file, string? downloads = null)
    {
        Assert.SkipUnless(_browser is not null, "needs chromium or chrome on the PATH");
        // A context of its own: verdicts that one test leaves in the browser's storage are not there in the next.
        var context = await _browser.CreateBrowserContextAsync();
        var page = await context.NewPageAsync();
        var opened = new OpenPage(context, page);
        await page.SetViewportAsync(new ViewPortOptions { Width = 1280, Height = 900 });
        if (downloads is not null) await page.Client.SendAsync("Browser.setDownloadBehavior", new { behavior = "allow", browserContextId = context.Id, downloadPath = downloads });
        await page.GoToAsync(new Uri(file).AbsoluteUri);
        return opened;
    }
}

/// <summary>A page in the browser, and what went wrong in it.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    public OpenPage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => Errors.Add(error.Message);
        page.Console += (_, line) => Errors.Add(line.Message.Text);
        page.Request += (_, request) => Requests.Add(request.Request.Url);
    }

    public IPage Page { get; }

    public List<string> Errors { get; } = [];

    public List<string> Requests { get; } = [];

    public Task<T> Ask<T>(string script) => Page.EvaluateExpressionAsync<T>(script);

    public Task<string> Text(string selector) => Ask<string>($"document.querySelector({System.Text.Json.JsonSerializer.Serialize(selector)}).innerText");

    public Task<int> Number(string selector) => Ask<int>($"document.querySelectorAll({System.Text.Json.JsonSerializer.Serialize(selector)}).length");

    /// <summary>Within the page: one that is busy may draw an element anew between finding it and moving the mouse there.</summary>
    public Task Click(string selector) => Page.EvaluateExpressionAsync($"document.querySelector({System.Text.Json.JsonSerializer.Serialize(selector)}).click()");

    public ValueTask DisposeAsync() => new(_context.CloseAsync());
}
