using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>Collects what the matcher is not sure of in one table, and says it in one sentence a kind.</summary>
internal sealed class DoubtBook(int section)
{
    private readonly List<string> _lost = [], _open = [], _moved = [], _twice = [], _misprinted = [], _unclear = [];
    private readonly List<Location> _lostAt = [], _openAt = [], _movedAt = [], _twiceAt = [], _leftAt = [], _misprintedAt = [], _unclearAt = [];

    public void NotLocated(IEnumerable<string> codes, IEnumerable<Location> at) => Note(_lost, _lostAt, codes, at);

    public void Ambiguous(IEnumerable<string> codes, IEnumerable<Location> at) => Note(_open, _openAt, codes, at);

    public void Moved(IEnumerable<string> codes, IEnumerable<Location> at) => Note(_moved, _movedAt, codes, at);

    public void Twice(string code, IEnumerable<Location> at) => Note(_twice, _twiceAt, [code], at);

    public void Misprinted(IEnumerable<string> codes, IEnumerable<Location> at) => Note(_misprinted, _misprintedAt, codes, at);

    public void Unclear(string code, Location at) => Note(_unclear, _unclearAt, [code], [at]);

    public void LeftOver(IEnumerable<Location> at) => _leftAt.AddRange(at);

    /// <summary>Whether a cell was taken back because the document gives it twice.</summary>
    public bool IsWithdrawn(string code) => _twice.Contains(code);

    /// <summary>How many cells the document gives twice.</summary>
    public int Doubled => _twice.Distinct().Count();

    public ImmutableArray<Doubt> Doubts()
    {
        var doubts = ImmutableArray.CreateBuilder<Doubt>();
        var table = new Message($"表{Number.Zh(section)}", $"table {Number.En(section)}");
        if (_lost.Count > 0)
            Add("RI901", _lost, _lostAt, $"{table.Zh}有 {_lost.Count} 个单元格未能定位：标签已找到，但其后的数值与表头列数对不上，未予采用。",
                $"{_lost.Count} cells of {table.En} could not be located: the labels are there, but the values beside them do not fit the header's columns; none was taken.");
        if (_leftAt.Count > 0)
            Add("RI901", [], _leftAt, $"{table.Zh}中有 {_leftAt.Count} 个数值无法归入任何单元格，未予采用。",
                $"{_leftAt.Count} numbers inside {table.En} belong to no cell of the form that we could tell; none was taken.");
        if (_unclear.Count > 0)
            Add("RI901", _unclear, _unclearAt, $"{table.Zh}有 {_unclear.Count} 个单元格的内容看不清（图片、输入框、与底色相近、隐藏或全为上标的数字、无法识别的字符、转换程序写的 NaN，或可能与旁边的 0 合并的空白），未予采用。",
                $"What {_unclear.Count} cells of {table.En} hold could not be made out (a picture, a form field, digits that may not be seen or are all raised, unknown characters, a converter's NaN, or a blank that may be merged with the 0 beside it); none was taken.");
        if (_open.Count > 0)
            Add("RI902", _open, _openAt, $"{table.Zh}有 {_open.Count} 个单元格的对应列不唯一：数值两端有空白格或缺少表头，多种对位都说得通，未予采用。",
                $"{_open.Count} cells of {table.En} can be laid on the columns in more than one way (blanks at an end, or no header); none was taken.");
        if (_twice.Count > 0)
            Add("RI902", _twice, _twiceAt, $"{table.Zh}有 {_twice.Count} 个单元格在文件中出现两次且数值不同，未予采用。",
                $"{_twice.Count} cells of {table.En} stand in the document twice with different values; none was taken.");
        if (_moved.Count > 0)
            Add("RI903", _moved, _movedAt, $"{table.Zh}的合并单元格或表头已丢失，有 {_moved.Count} 个数值不能逐格对到表头；已按行标签和列的先后次序对位，请核对。",
                $"{table.En} has lost its merged cells or its header, so {_moved.Count} values cannot be matched to their headers cell by cell; they were laid out by row label and column order. Please compare.");
        if (_misprinted.Count > 0)
            Add("RI903", _misprinted, _misprintedAt, $"{table.Zh}有 {_misprinted.Count} 个单元格的行或列标签与统一格式只是相近；已按其位置认定，请核对。",
                $"{_misprinted.Count} cells of {table.En} stand under a label that is only like the form's; they were taken by their place. Please compare.");
        return doubts.ToImmutable();

        void Add(string rule, List<string> codes, List<Location> at, string zh, string en) =>
            doubts.Add(new Doubt(rule, section, new Message(zh, en), [.. codes.Distinct()], [.. at.Distinct()]));
    }

    private static void Note(List<string> codes, List<Location> places, IEnumerable<string> more, IEnumerable<Location> at)
    {
        codes.AddRange(more);
        places.AddRange(at);
    }
}
