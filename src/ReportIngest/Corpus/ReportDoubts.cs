using System.Collections;
using System.Collections.Frozen;
using ReportIngest.Forms;

namespace ReportIngest.Corpus;

/// <summary>What we are not sure to have read right of a report. Every report of a corpus may have doubts: a cell takes a bit.</summary>
public sealed class ReportDoubts
{
    private static readonly FrozenDictionary<string, int> Places = FormCatalog.All.SelectMany(form => form.Indicators).Select(cell => cell.Code).Distinct()
        .Index().ToFrozenDictionary(code => code.Item, code => code.Index);

    private readonly BitArray _cells = new(Places.Count);

    public static ReportDoubts None { get; } = new();

    /// <summary>A recognition program read it off scanned pages (RI904).</summary>
    public bool IsRecognised { get; private set; }

    /// <summary>Whether a cell may be another's (RI901, RI902).</summary>
    public bool Has(string code) => Places.TryGetValue(code, out var place) && _cells[place];

    /// <param name="codes">A code that no edition has is no report's.</param>
    internal void Add(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            if (Places.TryGetValue(code, out var place)) _cells[place] = true;
        }
    }

    internal void AddRecognition() => IsRecognised = true;
}
