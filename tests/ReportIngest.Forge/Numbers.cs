using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>Draws a number for every indicator: leaf cells first, then the totals, so that every identity holds.</summary>
internal sealed class Numbers
{
    private readonly Random _random;
    private readonly Level _level;
    private readonly int _scale;
    private readonly Dictionary<string, decimal> _values = [];

    /// <param name="lively">At least one cell of each table is not zero, as a fault needs.</param>
    private Numbers(Random random, Level level, bool lively)
    {
        _random = random;
        _level = level;
        // Most units are small; one in five reports nothing but zeros, one in ten reaches eight digits.
        _scale = random.Next(20) switch { < 4 => lively ? 20 : 0, < 13 => 20, < 18 => 3000, _ => 9_000_000 };
    }

    public static Dictionary<string, decimal> Draw(Form form, Random random, Level level, bool lively)
    {
        var numbers = new Numbers(random, level, lively);
        foreach (var grid in form.Grids)
        {
            if (grid.Key == "requests") numbers.DrawRequests(grid);
            else if (grid.Key == "disputes") numbers.DrawDisputes(grid);
            else numbers.DrawProactive(grid);
        }

        if (lively) numbers.Enliven();
        numbers.Settle(form);
        return form.Indicators.ToDictionary(indicator => indicator.Code, indicator => numbers._values[indicator.Code]);
    }

    private void DrawProactive(Grid grid)
    {
        foreach (var row in grid.Rows)
        {
            foreach (var column in grid.Columns)
                _values[$"{row.Key}.{column.Key}"] = column.Kind switch
                {
                    IndicatorKind.Amount => Money(),
                    IndicatorKind.Change => _scale == 0 ? 0 : _random.Next(-9, 10),
                    _ => row.Key == "proactive.regulation" && !MakesRules ? 0 : Count(0.4),
                };

            // A stock is at least its flow, and decisions are not the items added up: what the rules of the value category look at.
            Add(row.Key, "in_force", "issued");
            Add(row.Key, "disclosed_total", "disclosed");
            if (_values.TryGetValue($"{row.Key}.items_change", out var change) && change < 0)
                _values[$"{row.Key}.items_last_year"] -= change;
        }
    }

    private bool MakesRules => _level is Level.Province or Level.City;

    private void Add(string row, string stock, string flow)
    {
        if (_values.TryGetValue($"{row}.{flow}", out var number)) _values[$"{row}.{stock}"] += number;
    }

    private void DrawRequests(Grid grid)
    {
        var leaves = grid.Rows.Where(row => row.Key.StartsWith("requests.result.", StringComparison.Ordinal) && row.Key != "requests.result.total");
        foreach (var column in grid.Columns.Where(column => column.Key != "total"))
        {
            foreach (var row in leaves) _values[$"{row.Key}.{column.Key}"] = Count(column.Key == "natural_person" ? 0.5 : 0.85);
            _values[$"requests.carried_in.{column.Key}"] = Count(0.7);
            _values[$"requests.carried_out.{column.Key}"] = Count(0.7);
        }
    }

    private void DrawDisputes(Grid grid)
    {
        foreach (var column in grid.Columns.Where(column => !column.Key.EndsWith(".total", StringComparison.Ordinal)))
            _values[column.Key] = Count(0.7);
    }

    private void Enliven()
    {
        foreach (var code in (string[])["requests.result.granted.natural_person", "requests.carried_out.natural_person", "review.upheld", "litigation.direct.upheld", "litigation.after_review.other"])
            _values[code] = Math.Max(_values[code], 1 + _random.Next(9));
    }

    /// <summary>Totals from leaves: the result total a column, what came in new, then the total column.</summary>
    private void Settle(Form form)
    {
        foreach (var identity in form.Identities.Where(identity => identity.Rule == "RI102" && identity.Right[0].Column.Key != "total"))
        {
            var column = identity.Right[0].Column.Key;
            var total = identity.Left.Sum(cell => _values[cell.Code]);
            _values[$"requests.result.total.{column}"] = total;
            var outgoing = total + _values[$"requests.carried_out.{column}"];
            var carried = Math.Min(_values[$"requests.carried_in.{column}"], outgoing);
            _values[$"requests.carried_in.{column}"] = carried;
            _values[$"requests.new.{column}"] = outgoing - carried;
        }

        foreach (var identity in form.Identities.Where(identity => identity.Rule is "RI103" or "RI104" or "RI105"))
            _values[identity.Right[0].Code] = identity.Left.Sum(cell => _values[cell.Code]);
    }

    private decimal Count(double zero)
    {
        if (_scale == 0 || _random.NextDouble() < zero) return 0;
        // Digits are spread evenly over lengths: a large unit has small numbers too.
        var digits = 1 + _random.Next(_scale.ToString(System.Globalization.CultureInfo.InvariantCulture).Length);
        return _random.Next(1, (int)Math.Min(Math.Pow(10, digits), _scale + 1));
    }

    private decimal Money()
    {
        if (_scale == 0 || _random.Next(2) == 0) return 0;
        var decimals = _random.Next(7);
        return Math.Round((decimal)(_random.NextDouble() * _scale * 5), decimals);
    }
}
