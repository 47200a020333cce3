using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>What the rows of a table are in which rows of the form were met.</summary>
internal sealed class FormRows
{
    private readonly HeaderBlocks _headers;
    private readonly FormLabels _labels;
    private readonly HashSet<RowLabel> _met;
    private readonly ILookup<int, RowHit> _hits;
    private readonly FormRowKind[] _kinds;
    private readonly bool[] _within;

    /// <param name="hits">Those in the table.</param>
    /// <param name="met">The rows that were met in whatever table.</param>
    public FormRows(Sheet sheet, ImmutableArray<RowHit> hits, HashSet<RowLabel> met, HeaderBlocks headers, FormLabels labels)
    {
        (Sheet, Hits, _met, _headers, _labels) = (sheet, hits, met, headers, labels);
        _hits = Hits.ToLookup(hit => hit.Row);
        (First, Last) = (Hits.Min(hit => hit.Row), Hits.Max(hit => hit.Row));
        (_kinds, _within) = (new FormRowKind[sheet.Table.Rows], new bool[sheet.Table.Rows]);
        var isWithin = false;
        for (var row = 0; row < _kinds.Length; row++)
        {
            var kind = _kinds[row] = KindOf(row, isWithin);
            _within[row] = isWithin = kind is FormRowKind.Header or FormRowKind.OfForm || (isWithin && (kind is FormRowKind.Unlabelled or FormRowKind.LostLabel || sheet.Rows[row].Cells.All(cell => cell.Cell.Row < row)));
        }
    }

    public Sheet Sheet { get; }

    public ImmutableArray<RowHit> Hits { get; }

    /// <summary>The first row of the form.</summary>
    public int First { get; }

    /// <summary>The last row of the form.</summary>
    public int Last { get; }

    public FormRowKind this[int row] => _kinds[row];

    /// <summary>It is a header or a row of the form, or one without a label right below one.</summary>
    public bool IsWithin(int row) => _within[row];

    /// <summary>Its values, or the blanks in their place, belong to a row of the form whose label is not there or could not be used.</summary>
    public bool HasLostLabel(int row) => _within[row] && _kinds[row] switch
    {
        FormRowKind.LostLabel => true,
        FormRowKind.Unlabelled => RowHits.HoldsValue(Sheet, row) || (row < Last && HasRoomForAll(row)),
        _ => false,
    };

    /// <summary>Below the last row of the form only a row with as many numbers as the rows above is one of the table; others are remarks and dates.</summary>
    public bool HasShape(int numbers) => Hits.Any(hit => hit.Header is { } header && header.Order.Length == numbers);

    private FormRowKind KindOf(int row, bool isWithin) =>
        _headers.IsHeader(Sheet, row) ? FormRowKind.Header
        : _hits.Contains(row) ? FormRowKind.OfForm
        : !IsUnlabelled(row) ? isWithin && (NamesGroupOnly(row) || IsRefused(row)) ? FormRowKind.LostLabel : FormRowKind.Other
        : UnlabelledRows.AreColumnNumbers(Sheet.Rows[row]) ? FormRowKind.Header
        : FormRowKind.Unlabelled;

    private bool IsUnlabelled(int row)
    {
        var begins = false;
        foreach (var cell in Sheet.Rows[row].Cells)
        {
            if (cell.Cell.Row < row) continue;
            if (cell.Kind == SheetCellKind.Text) return false;
            begins = true;
        }

        return begins;
    }

    /// <summary>A blank row with a cell for each of several columns is one whose values were left blank; with fewer it only parts others.</summary>
    private bool HasRoomForAll(int row) =>
        Sheet.Rows[row].Cells.Count(cell => cell.Cell.Row == row) is > 1 and var cells && Hits.Any(hit => hit.Header is { Order.Length: > 1 } header && cells >= header.Order.Length);

    /// <summary>（六）其他处理 with values beside it, a row of that group or one without a label below, and its first row met nowhere: that row has lost its own label. Alone it is the single row of another edition.</summary>
    private bool NamesGroupOnly(int row)
    {
        var texts = Sheet.Rows[row].Labels;
        if (texts.IsEmpty || row + 1 >= Sheet.Table.Rows || !texts.All(text => text.Under(_labels) is { IsRowGroup: true, Rows.IsEmpty: true })) return false;
        if (!RowHits.HoldsValue(Sheet, row) && !HasRoomForAll(row)) return false;
        var group = texts[0].Label.Key;
        return _labels.FormRows.FirstOrDefault(form => form.Groups.Contains(group)) is { } first && !_met.Contains(first)
            && (_hits.Contains(row + 1) ? _hits[row + 1].Any(hit => hit.Form.Groups.Contains(group)) : IsUnlabelled(row + 1));
    }

    /// <summary>Values beside the label of a row that was met nowhere: it stands where no label can be used.</summary>
    private bool IsRefused(int row) =>
        RowHits.HoldsValue(Sheet, row) && Sheet.Rows[row].Cells.Any(text => text.Cell.Row == row && text.Under(_labels).Rows is [var form] && !_met.Contains(form)); // also behind a number in front of it
}

internal enum FormRowKind
{
    Header,

    /// <summary>A row of the form.</summary>
    OfForm,

    /// <summary>Nothing but values or blanks begin in it.</summary>
    Unlabelled,

    /// <summary>Its text is no label of its own, or one that could not be used.</summary>
    LostLabel,

    Other,
}
