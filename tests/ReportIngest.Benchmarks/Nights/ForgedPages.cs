using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forge;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>Web pages by number, each the report of a unit of its own. Some are forged, the others are those under other names.</summary>
internal sealed class ForgedPages
{
    /// <summary>Different reports; more of them would only take longer to forge.</summary>
    private const int Forged = 200;

    private readonly ImmutableArray<Template> _templates;

    public ForgedPages()
    {
        var layout = Layouts.Find(FileKind.Html, "plain");
        _templates = [.. Enumerable.Range(1, Forged).Select(seed => Forger.Forge(seed, new Order("2021", Zeros.Digit))).Select(report => new Template(
            report.Truth.Organization, Encoding.UTF8.GetString(layout.Write(report)), Encoding.UTF8.GetString(layout.Write(Forger.Damage(report, FaultKind.ResultCellWrong)))))];
    }

    /// <summary>A thousand to a folder.</summary>
    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 1000:D3}/{number:D6}.html");

    /// <param name="values">Another one prints other numbers: even ones are sound, odd ones have one wrong cell.</param>
    /// <param name="bytes">Another one makes other bytes of the same report.</param>
    public byte[] Page(int number, int values, int bytes)
    {
        var template = _templates[number % Forged];
        var text = (values % 2 == 0 ? template.Sound : template.Changed).Replace(template.Unit, $"第{number}县人民政府", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}<!-- {bytes} -->\n"));
    }

    private sealed record Template(string Unit, string Sound, string Changed);
}
