using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge.Habits;

/// <summary>A report's tables as rows of cells, which a change moves as a browser would: those behind a lost cell come nearer.</summary>
internal sealed class ChangedTables(ForgedReport report, Random random)
{
    private readonly List<(int Section, int HeaderRows, string? Line, List<List<SheetCell>> Rows)> _tables =
        [.. report.Sections.SelectMany(section => section.Sheets.Select(sheet => (section.Number, sheet.HeaderRows, (string?)null, Rows(sheet))))];

    private readonly HashSet<string> _leftOut = [];

    /// <summary>Of those left out, the last of their rows, with the row.</summary>
    private readonly Dictionary<string, List<SheetCell>> _atEnd = [];

    private readonly HashSet<string> _blanksLeftOut = [];

    private readonly HashSet<string> _worded = [];

    /// <summary>Those that a correction gives another number.</summary>
    private readonly HashSet<string> _twice = [];

    public bool HasAdded { get; private set; }

    public bool Chance() => random.Next(2) == 0;

    public int OtherSpan(int span) => Math.Max(1, span + Pick([-1, 1, 2]));

    /// <summary>A note alone is no note to a number.</summary>
    public string WithNote(string text) => text.Any(char.IsDigit) ? text + Pick(["（注）", "①", "*", "（其中网络申请1件）", " "]) : text;

    /// <summary>The same number with its unit, in full-width digits, with thousands set off, a decimal point or blanks around it.</summary>
    public string InOtherDigits(SheetCell cell) => random.Next(5) switch
    {
        3 => long.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString("N0", CultureInfo.InvariantCulture).Replace(',', Pick([',', '，'])) : cell.Text,
        4 => long.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? cell.Text + ".0" : cell.Text,
        0 => cell.Code?.EndsWith("amount", StringComparison.Ordinal) is true ? cell.Text + "万元" : cell.Text + "件",
        1 => string.Concat(cell.Text.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter - '0' + '０') : letter)),
        _ => $"　{cell.Text} ",
    };

    /// <summary>Without its number, or without words that say no more than the table does.</summary>
    public string Shortened(string label) =>
        Chance() ? label.TrimStart("0123456789.．、（）一二三四五六七八".ToCharArray()) : label.Replace("本年度", "", StringComparison.Ordinal).Replace("本年", "", StringComparison.Ordinal).Replace("政府信息公开", "", StringComparison.Ordinal);

    public SheetCell AnyCell() => Any(_ => true);

    public SheetCell AnyValue() => Any(cell => cell.Role == CellRole.Value);

    /// <summary>A note in a blank is all that stands there, and a blank joined with a number leaves no trace.</summary>
    public SheetCell AnyNumber() => Any(IsNumber);

    public SheetCell AnyLabel() => Any(cell => cell.Role != CellRole.Value);

    public SheetCell AnyMerged() => Any(cell => cell.RowSpan > 1 || cell.ColumnSpan > 1);

    public void LeaveOut(SheetCell cell) => LeaveOut(cell, withColumn: false);

    /// <param name="withColumn">Its header is left out too: no format shows a blank below it.</param>
    private void LeaveOut(SheetCell cell, bool withColumn)
    {
        var (row, at) = Find(cell);
        row.RemoveAt(at);
        if (cell.Code is not { } code) return;
        (cell.Text.Length > 0 ? _leftOut : _blanksLeftOut).Add(code);
        if (cell.Text.Length > 0 && at == row.Count && !withColumn) _atEnd[code] = row;
    }

    public void PutBeside(SheetCell cell, Func<SheetCell, SheetCell> other)
    {
        var (row, at) = Find(cell);
        row.Insert(Chance() ? at : at + 1, other(cell) with { Role = cell.Role });
    }

    public void Change(SheetCell cell, Func<SheetCell, SheetCell> change)
    {
        var (row, at) = Find(cell);
        row[at] = change(cell);
    }

    public void MoveToNeighbour(SheetCell cell)
    {
        var (row, at) = Find(cell);
        var rows = _tables.Single(table => table.Rows.Contains(row)).Rows;
        var index = rows.IndexOf(row);
        var neighbour = index + 1 < rows.Count ? rows[index + 1] : index > 0 ? rows[index - 1] : row;
        row.RemoveAt(at);
        neighbour.Insert(Chance() ? 0 : neighbour.Count, cell);
    }

    public void JoinWithNext(SheetCell cell)
    {
        var (row, at) = Find(cell);
        if (at + 1 == row.Count) return;
        var next = row[at + 1];
        if (!IsNumber(cell) || !IsNumber(next)) return;
        row[at] = cell with { Text = $"{cell.Text}{Pick([" ", "\n"])}{next.Text}", ColumnSpan = Chance() ? cell.ColumnSpan + next.ColumnSpan : cell.ColumnSpan };
        row.RemoveAt(at + 1);
    }

    public void LeaveOutRow()
    {
        var rows = AnyTable();
        var row = rows[random.Next(rows.Count)];
        foreach (var cell in row.ToArray()) LeaveOut(cell);
        rows.Remove(row);
    }

    public void DoubleRow()
    {
        var rows = AnyTable();
        var at = random.Next(rows.Count);
        rows.Insert(at, [.. rows[at].Select(cell => cell with { })]);
    }

    public void ExchangeRows()
    {
        var rows = AnyTable();
        var at = random.Next(rows.Count);
        if (at > 0) (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
    }

    public void LeaveOutColumn()
    {
        var fromEnd = 1 + random.Next(8);
        foreach (var row in AnyTable().Where(row => row.Count >= fromEnd && row[^fromEnd].ColumnSpan == 1)) LeaveOut(row[^fromEnd], withColumn: true);
    }

    public void PutInColumn()
    {
        var fromEnd = 1 + random.Next(8);
        foreach (var row in AnyTable().Where(row => row.Count >= fromEnd)) row.Insert(row.Count - fromEnd, new SheetCell(0, 0, 1, 1, "", row[^1].Role));
    }

    /// <summary>A column of numbers or remarks at either end.</summary>
    public void AddNumbering()
    {
        HasAdded = true;
        var (rows, atEnd, title) = (AnyTable(), Chance(), Pick(["备注", "占比", "序号", "说明"]));
        for (var i = 0; i < rows.Count; i++)
        {
            var text = i == 0 ? title : Pick(["", i.ToString(CultureInfo.InvariantCulture), "12%"]);
            rows[i].Insert(atEnd ? rows[i].Count : 0, new SheetCell(0, 0, 1, 1, text, i == 0 ? CellRole.Header : CellRole.Value));
        }
    }

    public void LeaveOutBlanks()
    {
        foreach (var table in _tables)
            foreach (var row in table.Rows) _blanksLeftOut.UnionWith(row.Where(cell => cell.Text.Length == 0).Select(cell => cell.Code).OfType<string>());
        foreach (var table in _tables)
            foreach (var row in table.Rows) row.RemoveAll(cell => cell.Text.Length == 0);
    }

    /// <summary>A row of the unit's own within a group of rows, which grows by it.</summary>
    public void AddOwnRow()
    {
        var rows = AnyTable();
        var places = Enumerable.Range(1, Math.Max(0, rows.Count - 1)).Where(row => rows[row] is [{ Role: CellRole.RowLabel, RowSpan: 1 }, { Role: CellRole.Value }, ..]).ToArray();
        if (places.Length == 0) return;
        HasAdded = true;
        var at = Pick(places);
        for (var row = 0; row < at; row++)
            for (var i = 0; i < rows[row].Count; i++)
                if (row + rows[row][i].RowSpan > at) rows[row][i] = rows[row][i] with { RowSpan = rows[row][i].RowSpan + 1 };
        var label = Pick(["其中：网络申请", "其他主动公开文件", "9.公共企事业单位信息", "本级", "其中：涉及自然人"]);
        rows.Insert(at, [rows[at][0] with { Text = label, Code = null }, .. rows[at].Skip(1).Select(cell => cell with { Text = random.Next(60).ToString(CultureInfo.InvariantCulture), Code = null })]);
    }

    /// <summary>A table once more with other numbers, as a correction: which is the report's only its words could tell.</summary>
    public void Correct()
    {
        var at = random.Next(_tables.Count);
        var copy = _tables[at].Rows.ConvertAll(row => row.ConvertAll(cell => cell with { }));
        var numbers = copy.SelectMany(row => row).Where(cell => IsNumber(cell) && cell.Code is not null).ToArray();
        if (numbers.Length == 0) return;
        var changed = Pick(numbers);
        foreach (var row in copy)
            if (row.IndexOf(changed) is >= 0 and var i) row[i] = changed with { Text = changed.Text + random.Next(1, 10).ToString(CultureInfo.InvariantCulture) };
        _leftOut.Add(changed.Code!);
        _twice.Add(changed.Code!);
        _tables.Insert(at + 1, _tables[at] with { Line = Pick([null, "（更正）", "更正后的表格如下。"]), Rows = copy });
    }

    /// <summary>Words in the place of a number, which no reader may take for one.</summary>
    public void PutInWords(SheetCell cell)
    {
        if (cell.Code is not { } code || !IsNumber(cell)) return;
        _worded.Add(code);
        Change(cell, number => number with { Text = string.Format(CultureInfo.InvariantCulture, Pick(["约{0}", "{0}余", "{0}左右", "{0}=1+2", "{0}-{0}", "2024年{0}月", "{0}/{0}", "见附件{0}"]), number.Text) });
    }

    public void DoubleColumn()
    {
        HasAdded = true;
        var fromEnd = 1 + random.Next(8);
        foreach (var row in AnyTable().Where(row => row.Count >= fromEnd && row[^fromEnd].ColumnSpan == 1)) row.Insert(row.Count - fromEnd, row[^fromEnd] with { });
    }

    /// <summary>A remark over the whole width, as tables have it below a group of rows or at their end.</summary>
    public void AddNoteRow()
    {
        var rows = AnyTable();
        var width = rows.Max(row => row.Sum(cell => cell.ColumnSpan));
        rows.Insert(random.Next(rows.Count + 1), [new SheetCell(0, 0, 1, Math.Max(1, width), Pick(["注：以上数据截至12月31日。", "（单位：件）", "备注"]), CellRole.RowLabel)]);
    }

    /// <summary>Two tables stand under each other's headings.</summary>
    public void ExchangeTables()
    {
        if (_tables.Count < 2) return;
        var at = 1 + random.Next(_tables.Count - 1);
        var (before, after) = (_tables[at - 1], _tables[at]);
        (_tables[at - 1], _tables[at]) = (after with { Section = before.Section }, before with { Section = after.Section });
    }

    public void Cut()
    {
        var at = random.Next(_tables.Count);
        var table = _tables[at];
        if (table.Rows.Count < 2) return;
        var row = 1 + random.Next(table.Rows.Count - 1);
        _tables[at] = table with { Rows = table.Rows[..row] };
        _tables.Insert(at + 1, table with { HeaderRows = 0, Line = Pick([null, null, "（续表）", "以下为续表，单位同前。"]), Rows = table.Rows[row..] });
    }

    public void Merge()
    {
        if (_tables.Count < 2) return;
        var at = 1 + random.Next(_tables.Count - 1);
        _tables[at - 1].Rows.AddRange(_tables[at].Rows);
        _tables.RemoveAt(at);
    }

    /// <summary>The codes of the numbers that stand nowhere any more.</summary>
    public ImmutableArray<string> Gone() => [.. _leftOut.Except(_tables.SelectMany(table => table.Rows).SelectMany(row => row).Select(cell => cell.Code ?? "")).Union(_twice)];

    /// <summary>Of those, the ones that a format which fills up its rows shows as blanks: their row is still there.</summary>
    public ImmutableArray<string> Emptied() => [.. Gone().Where(code => _atEnd.TryGetValue(code, out var row) && _tables.Any(table => table.Rows.Contains(row)))];

    /// <summary>Blanks that were left out: whether they are there nobody can say.</summary>
    public ImmutableArray<string> BlanksLeftOut() => [.. _blanksLeftOut];

    public ImmutableArray<string> Worded() => [.. _worded];

    /// <summary>The tables of a section as they stand now; a row may end before the others do.</summary>
    public ImmutableArray<Sheet> Of(int section) => [.. _tables.Where(table => table.Section == section && table.Rows.Count > 0).Select(table => Laid(section, table.HeaderRows, table.Rows) with { Caption = table.Line })];

    /// <summary>Each cell in the first free column of its row, no wider than what is free there.</summary>
    private static Sheet Laid(int section, int headerRows, List<List<SheetCell>> rows)
    {
        var taken = new HashSet<(int Row, int Column)>();
        var cells = ImmutableArray.CreateBuilder<SheetCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (taken.Contains((row, column))) column++;
                var width = Enumerable.Range(column, cell.ColumnSpan).TakeWhile(at => !taken.Contains((row, at))).Count();
                var laid = cell with { Row = row, Column = column, ColumnSpan = width, RowSpan = Math.Min(cell.RowSpan, rows.Count - row) };
                cells.Add(laid);
                for (var down = laid.Row; down < laid.EndRow; down++)
                    for (var across = laid.Column; across < laid.EndColumn; across++) taken.Add((down, across));
            }
        }

        return new Sheet(section, rows.Count, taken.Select(at => at.Column + 1).DefaultIfEmpty().Max(), Math.Min(headerRows, rows.Count), cells.DrainToImmutable());
    }

    private static List<List<SheetCell>> Rows(Sheet sheet) => [.. Enumerable.Range(0, sheet.Rows).Select(row => sheet.Row(row).ToList())];

    private List<List<SheetCell>> AnyTable() => _tables[random.Next(_tables.Count)].Rows is { Count: > 0 } rows ? rows : [[]];

    /// <summary>Of none of that kind, any: no number of changes empties a report.</summary>
    private SheetCell Any(Func<SheetCell, bool> which)
    {
        var cells = _tables.SelectMany(table => table.Rows).SelectMany(row => row).ToArray();
        var wanted = cells.Where(which).ToArray();
        return Pick(wanted.Length > 0 ? wanted : cells);
    }

    /// <summary>By reference: a doubled cell equals its copy.</summary>
    private (List<SheetCell> Row, int At) Find(SheetCell cell)
    {
        var row = _tables.SelectMany(table => table.Rows).First(row => row.Any(other => ReferenceEquals(other, cell)));
        return (row, row.FindIndex(other => ReferenceEquals(other, cell)));
    }

    private static bool IsNumber(SheetCell cell) => cell.Role == CellRole.Value && cell.Text.Any(char.IsDigit);

    private T Pick<T>(T[] choices) => choices[random.Next(choices.Length)];
}
