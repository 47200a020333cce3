using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ReportIngest.Forms;

namespace ReportIngest.Corpus;

/// <summary>The cells of an edition, by their place in its order and by their code.</summary>
internal sealed class EditionCells(Form form)
{
    private readonly ImmutableArray<byte[]> _codes = [.. form.Indicators.Select(cell => Encoding.UTF8.GetBytes(cell.Code))];
    private readonly Dictionary<string, Indicator> _byCode = form.Indicators.ToDictionary(cell => cell.Code);

    public int Count => _codes.Length;

    /// <summary>The cell at a place of the edition's order, in which we write them, where it is the one that the reader names; else null.</summary>
    public Indicator? At(int place, ref Utf8JsonReader json) => place < Count && json.ValueTextEquals(_codes[place]) ? form.Indicators[place] : null;

    public Indicator? Find(string code) => _byCode.GetValueOrDefault(code);
}
