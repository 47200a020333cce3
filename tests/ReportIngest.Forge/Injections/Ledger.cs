using ReportIngest.Forms;

namespace ReportIngest.Forge.Injections;

/// <summary>A report's numbers while they are changed: new requests and totals follow from the rest.</summary>
internal sealed class Ledger
{
    private readonly Form _form;
    private readonly Dictionary<string, decimal> _numbers;

    private Ledger(Form form, Dictionary<string, decimal> numbers) => (_form, _numbers) = (form, numbers);

    public static Ledger Of(ForgedReport report) =>
        new(FormCatalog.Find(report.Truth.Edition)!, report.Truth.Values.ToDictionary(value => value.Key, value => value.Value.Number ?? 0));

    public decimal this[string code]
    {
        get => _numbers.GetValueOrDefault(code);
        set => _numbers[code] = value;
    }

    public bool Has(string code) => _numbers.ContainsKey(code);

    public IEnumerable<Indicator> Cells => _form.Indicators;

    /// <summary>Every sum holds again. What was carried in and not handled is granted.</summary>
    public void Settle()
    {
        foreach (var identity in _form.Identities.Where(identity => identity.Rule == "RI102" && identity.Right[0].Column.Key != "total"))
        {
            var column = identity.Right[0].Column.Key;
            var outgoing = identity.Left.Sum(cell => _numbers[cell.Code]) + _numbers[$"requests.carried_out.{column}"];
            var over = Math.Max(0, _numbers[$"requests.carried_in.{column}"] - outgoing);
            _numbers[$"requests.result.granted.{column}"] += over;
            _numbers[$"requests.result.total.{column}"] = outgoing + over - _numbers[$"requests.carried_out.{column}"];
            _numbers[$"requests.new.{column}"] = outgoing + over - _numbers[$"requests.carried_in.{column}"];
        }

        foreach (var identity in _form.Identities.Where(identity => identity.Rule is "RI103" or "RI104" or "RI105"))
            _numbers[identity.Right[0].Code] = identity.Left.Sum(cell => _numbers[cell.Code]);
    }

    public ForgedReport In(ForgedReport report) =>
        Forger.WithValues(report, _form, _form.Indicators.Select(cell => (cell.Code, Forger.Reported(_numbers[cell.Code]))));
}
