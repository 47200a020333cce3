using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>A report as the second pass looks at it.</summary>
/// <param name="Earlier">It comes from an earlier output: others are compared with it, it is not judged again.</param>
/// <param name="Doubts">What we are not sure to have read right accuses nobody.</param>
public sealed record Dossier(ReportRecord Record, Scope Scope, bool Earlier, ReportDoubts Doubts)
{
    /// <summary>All its sections.</summary>
    internal TextShingles Text => field ??= TextShingles.Of(Record);

    /// <summary>Sections one and five: what the unit writes itself.</summary>
    internal TextShingles OwnWords => field ??= TextShingles.OfOwnWords(Record);

    /// <summary>So many documents are said to be its unit's that they are not held against each other.</summary>
    public bool IsCrowded { get; init; }

    /// <summary>The roster's code or a name that no other unit has.</summary>
    public bool IsDistinct => !IsCrowded && UnitKey.IsDistinct(Record.Division, UnitKey.Of(Record.Organization));

    /// <summary>What the cell says; null where it says nothing that can be relied on: missing, unreadable, doubted, off a scan.</summary>
    public Field? this[string code] => Record[code] is { } field ? Relied(field) : null;

    /// <summary>The same for the cell at a place of the record's fields.</summary>
    /// <param name="cell">Another document's cell at this place: mostly the same, as the fields are in the order of the form.</param>
    public Field? At(int place, Indicator cell) =>
        place < Record.Fields.Length && Record.Fields[place] is var field && field.Indicator == cell ? Relied(field) : this[cell.Code];

    /// <summary>
    /// The cell's number. A blank counts as 0 only where its row holds a number: a row without any was left out, which says nothing of its cells. A total that was left
    /// blank beside numbers says nothing either: no other year is wrong for it.
    /// </summary>
    public decimal? Number(string code) => this[code] switch
    {
        null => null,
        { Value.State: CellState.Reported } field => field.Value.Number,
        { } blank => RowOf(blank) is var row && row.Any() && !(blank.Indicator.Column.Key == "total" && row.Any(other => other.Value.Number != 0)) ? 0 : null,
    };

    /// <summary>The cells of its row that hold a number.</summary>
    private IEnumerable<Field> RowOf(Field cell) =>
        Record.Fields.Where(other => other.Indicator.Grid.Key == cell.Indicator.Grid.Key && other.Indicator.Row.Key == cell.Indicator.Row.Key && other.Value.State == CellState.Reported);

    private Field? Relied(Field field) => field.Counted is not null && !Doubts.IsRecognised && !Doubts.Has(field.Indicator.Code) ? field : null;
}
