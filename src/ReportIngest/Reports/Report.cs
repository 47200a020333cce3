using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>One recognised report: who and when, its sections, every cell of the form, and what we are not sure of.</summary>
/// <param name="Edition"><c>2021</c>, <c>2019</c>, or <c>unknown</c> for a report without the form's tables.</param>
/// <param name="Fields">Every indicator of the edition in the schema's order, then those of another edition that the tables mix in.</param>
/// <param name="Identities">The identities of the tables as they stand in this report: for a mixed table, its own edition's.</param>
/// <param name="Tables">The tables that were laid on the form.</param>
/// <param name="Doubts">What we are not sure of: ours, never the unit's.</param>
public sealed record Report(
    Source Source,
    FileKind Format,
    string? Encoding,
    UnitName? Unit,
    int? Year,
    string? Title,
    DateOnly? Published,
    string Edition,
    ImmutableArray<Section> Sections,
    ImmutableArray<Field> Fields,
    ImmutableArray<Identity> Identities,
    ImmutableArray<PlacedTable> Tables,
    ImmutableArray<Doubt> Doubts)
{
    // Made once for all who ask: rules, the look for a mend, the counts.
    private ImmutableArray<(Identity Identity, Balance Balance)> _balances;

    /// <summary>The paragraphs between title and first section, in one line without blanks.</summary>
    public string Preface { get; init; } = "";

    /// <summary>Every indicator of the edition in the schema's order, then those of another edition that the tables mix in.</summary>
    public ImmutableArray<Field> Fields
    {
        get;
        // A copy made by "with" takes over private fields as they are: the balances have to follow the fields.
        init
        {
            field = value;
            _balances = default;
        }
    } = Fields;

    /// <summary>The identities of the tables as they stand in this report: for a mixed table, its own edition's.</summary>
    public ImmutableArray<Identity> Identities
    {
        get;
        init
        {
            field = value;
            _balances = default;
        }
    } = Identities;

    /// <summary>Each of <see cref="Identities"/> with both its sides, in their order.</summary>
    public ImmutableArray<(Identity Identity, Balance Balance)> Balances
    {
        get
        {
            if (_balances.IsDefault)
            {
                Func<Indicator, Field?> own = indicator => this[indicator];
                _balances = ImmutableArray.CreateRange(Identities, identity => (identity, Balance.Of(identity, own)));
            }

            return _balances;
        }
    }

    /// <summary>The unit that signs at the end; null where nobody does.</summary>
    public string? Signatory { get; init; }

    /// <summary>The day beside <see cref="Signatory"/>; a page may say another one of publication.</summary>
    public DateOnly? Signed { get; init; }

    /// <summary>The file breaks off before its sixth section: what the report lacks may have stood behind that.</summary>
    public bool EndsEarly { get; init; }

    public string Id => Source.Sha256;

    /// <summary>The field of an indicator; null where neither edition of this report has it.</summary>
    public Field? this[string code] => FormCatalog.Find(Edition)?.Find(code) is { } own ? this[own] : Search(code);

    /// <summary>Nearly every field stands at its indicator's number.</summary>
    public Field? this[Indicator indicator] =>
        indicator.Number < Fields.Length && Fields[indicator.Number] is var field && field.Indicator == indicator ? field : Search(indicator.Code);

    private Field? Search(string code)
    {
        foreach (var field in Fields)
        {
            if (field.Indicator.Code == code) return field;
        }

        return null;
    }
}

/// <summary>One cell of the form as this report fills it. <paramref name="At"/> is null when missing.</summary>
public sealed record Field(Indicator Indicator, CellValue Value, Location? At)
{
    /// <summary>The number an identity counts with: blank and placeholder as 0, null where nothing can be said.</summary>
    public decimal? Counted => Value.State switch
    {
        CellState.Reported => Value.Number,
        CellState.Blank or CellState.Placeholder => 0,
        _ => null,
    };
}

/// <summary>Where a cell stands: index of the table in its document, row and column in the extracted grid (all from 0); page from 1 and box for PDF.</summary>
public sealed record Location(int Table, int Row, int Column, int? Page, Box? Box)
{
    public static Location Of(int table, Cell cell) => new(table, cell.Row, cell.Column, cell.Place.Page, cell.Place.Box);

    /// <summary>The first cell of the table that stands at a place; nothing where none does.</summary>
    public static ImmutableArray<Location> Of(Document document, Place place) =>
        [.. document.Tables.Index().Where(table => place.Page is not null && table.Item.Place == place).Select(table => new Location(table.Index, 0, 0, place.Page, place.Box))];
}

/// <summary>One of the six sections. <paramref name="Title"/> is the form's, <paramref name="Heading"/> the report's own line.</summary>
/// <param name="Text">
/// Outside of tables, without page numbers, lines parted by <c>\n</c>. A line is a paragraph in most formats; in text files and Markdown that are wrapped by hand
/// it is a line as printed, so a sentence may run over several.
/// </param>
public sealed record Section(int Number, string Title, string Heading, string Text)
{
    /// <summary>A picture stands in it that may show a table.</summary>
    public bool HasPicture { get; init; }
}

/// <summary>A table of the form (<paramref name="Section"/> 2, 3 or 4) as found, and the edition its labels belong to.</summary>
/// <param name="Sources">Indexes of the document's tables that it was found in.</param>
/// <param name="Extras">Rows and columns with values that the form does not have.</param>
public sealed record PlacedTable(int Section, string Edition, ImmutableArray<int> Sources, SpanFidelity Spans, ImmutableArray<Extra> Extras)
{
    /// <summary>The document has the note on how the rows of table three add up, in the table's corner or beside it.</summary>
    public bool HasCornerNote { get; init; }
}

/// <summary>A local row or column: its label and where it stands.</summary>
public sealed record Extra(Axis Axis, string Label, ImmutableArray<Location> At);

/// <summary>What we are not sure of, in one sentence. It becomes a finding of the category extraction.</summary>
/// <param name="Rule">RI901 (not located), RI902 (ambiguous), RI903 (repaired), RI906 (encoding).</param>
/// <param name="Section">The table it concerns, or null.</param>
public sealed record Doubt(string Rule, int? Section, Message Message, ImmutableArray<string> Indicators, ImmutableArray<Location> At);
