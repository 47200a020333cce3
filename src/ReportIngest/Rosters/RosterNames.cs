using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>What a printed name is in the roster: one unit, several that it fits alike (<paramref name="Candidates"/>), or nobody.</summary>
/// <param name="Unit">The row valid in the year asked for, where there is one.</param>
/// <param name="Elsewhere">Units of the same own name under another place: 郏县王集乡 for 宝丰县王集乡人民政府. They are not meant, but the reader may wonder.</param>
public sealed record UnitMatch(RosterUnit? Unit, ImmutableArray<RosterUnit> Candidates, ImmutableArray<RosterUnit> Elsewhere);

/// <summary>
/// Finds the unit that a report names. A name fits when it is the unit's or an alias, or when what stands before it are the names of what the unit
/// belongs to: 王集乡 under 郏县 is 王集乡人民政府, 郏县王集乡人民政府, 平顶山市郏县王集乡. 宝丰县王集乡 it is not, and 郏县 is not 郏县教育局.
/// </summary>
public sealed partial class RosterNames
{
    /// <summary>A county's. A shorter number in a file's name may be anything.</summary>
    private const int ShortestCode = 6;

    /// <summary>By own name (王集乡) and by the name as the roster has it (郏县王集乡).</summary>
    private readonly Dictionary<string, List<NamedUnit>> _byName = [];

    private readonly Dictionary<string, RosterUnit> _byCode;

    private readonly int _longest;

    public RosterNames(Roster roster)
    {
        _byCode = roster.Units.GroupBy(unit => unit.Code).ToDictionary(group => group.Key, group => group.Last());
        foreach (var unit in roster.Units.Select(unit => new NamedUnit(unit, Above(unit))))
        {
            foreach (var name in unit.Unit.Code.Length >= ShortestCode ? unit.Names.Append(unit.Unit.Code) : unit.Names)
            {
                if (!_byName.TryGetValue(name, out var named)) _byName[name] = named = [];
                named.Add(unit);
                _longest = Math.Max(_longest, name.Length);
            }
        }
    }

    /// <param name="printed">The unit's name as a report gives it.</param>
    /// <param name="year">Of two rows that the name fits, the one valid in this year is meant.</param>
    public UnitMatch Match(string printed, int? year)
    {
        var core = UnitCore.Of(printed);
        var whole = Whole(core);
        var fitting = whole.Count > 0 ? whole : [.. Endings(core).Where(hit => hit.Unit.CanStandBefore(hit.Before)).Select(hit => hit.Unit.Unit)];
        if (fitting.Count == 0) return new UnitMatch(null, [], [.. Endings(core).Select(hit => hit.Unit.Unit).DistinctBy(unit => unit.Code)]);

        var valid = year is { } known ? fitting.Where(unit => unit.IsValidIn(known)).ToList() : [];
        var meant = valid.Count > 0 ? valid : fitting;
        var codes = meant.DistinctBy(unit => unit.Code).ToImmutableArray();
        return codes.Length == 1 ? new UnitMatch(codes[0], [], []) : new UnitMatch(null, codes, []);
    }

    /// <summary>Whether <paramref name="unit"/> belongs, over any number of steps, to the unit with the code <paramref name="above"/>.</summary>
    internal bool IsBelow(RosterUnit unit, string above) =>
        Chain(unit).Contains(above) || (unit.Code != above && Divisions.UpFrom(unit.Code).Any(division => division.Code == above));

    /// <summary>
    /// The units that a text (a file's or folder's name, as <see cref="UnitCore.Inside"/> writes it) names, by name or code. Of a name inside a longer one
    /// (郏县 in 郏县王集乡) the longer counts; a name that another place stands before, or that goes on (王集乡财政所), is another's.
    /// </summary>
    internal ImmutableArray<NamedUnit> In(string text)
    {
        for (var length = Math.Min(text.Length, _longest); length >= NamedUnit.ShortestName; length--)
        {
            var hits = new List<NamedUnit>();
            for (var start = 0; start + length <= text.Length; start++)
            {
                if (_byName.TryGetValue(text.Substring(start, length), out var units))
                    hits.AddRange(units.Where(unit => StandsAlone(text, start, length, unit)));
            }
            if (hits.Count > 0) return [.. hits.DistinctBy(unit => unit.Unit.Code)];
        }
        return [];
    }

    private static bool StandsAlone(string text, int start, int length, NamedUnit unit)
    {
        if (char.IsAsciiDigit(text[start])) // a code: no part of a longer number
            return (start == 0 || !char.IsAsciiDigit(text[start - 1])) && (start + length == text.Length || !char.IsAsciiDigit(text[start + length]));
        var own = Enumerable.Range(0, start).Any(from => unit.CanStandBefore(text[from..start]));
        return (own || start == 0 || !OtherPlace().IsMatch(text[..start])) && Behind().IsMatch(text.AsSpan(start + length));
    }

    /// <summary>The units whose name in the roster, or alias, is the whole of it.</summary>
    private List<RosterUnit> Whole(string core) =>
        _byName.TryGetValue(core, out var units) ? [.. units.Where(unit => unit.Full.Contains(core)).Select(unit => unit.Unit)] : [];

    /// <summary>The units whose own name ends the printed one, with what stands before it.</summary>
    private IEnumerable<(NamedUnit Unit, string Before)> Endings(string core)
    {
        for (var start = 0; start <= core.Length - NamedUnit.ShortestName; start++)
        {
            if (!_byName.TryGetValue(core[start..], out var units)) continue;
            foreach (var unit in units) yield return (unit, core[..start]);
        }
    }

    /// <summary>
    /// The names of what the unit belongs to, the nearest first: by the roster as far as it goes, else by its own name (青河县柳溪镇), then by China's divisions, of which
    /// one that has a row in the roster is called as there.
    /// </summary>
    private ImmutableArray<string> Above(RosterUnit unit)
    {
        var chain = Chain(unit).ToList();
        var known = chain.Where(_byCode.ContainsKey).Select(code => UnitCore.Of(_byCode[code].Name)).ToList();
        if (known.Count == 0) known.AddRange(Places(UnitCore.Of(unit.Name)));
        var divisions = Divisions.UpFrom(chain.Count == 0 ? unit.Code : chain[^1]).Select(division => _byCode.TryGetValue(division.Code, out var row) ? UnitCore.Of(row.Name) : division.Name);
        return [.. known.Concat(divisions).Distinct().Where(name => name != UnitCore.Of(unit.Name))];
    }

    /// <summary>The places that a name begins with, the nearest first: 青河县 and 青山市 of 青山市青河县柳溪镇.</summary>
    private static IEnumerable<string> Places(string name) =>
        Before().Match(name) is { Success: true } match ? match.Groups["place"].Captures.Reverse().Select(place => place.Value) : [];

    /// <summary>Codes above the unit, the nearest first; the last may be a division that the roster does not have.</summary>
    private IEnumerable<string> Chain(RosterUnit unit)
    {
        for (var parent = unit.Parent; parent is not null; parent = _byCode.GetValueOrDefault(parent)?.Parent) yield return parent;
    }

    [GeneratedRegex("^(?<place>.{2,10}?(?:省|自治区|自治州|地区|市|盟|州))?(?<place>.{2,8}?(?:市|州))?(?<place>.{1,8}?(?:自治县|县|旗|区|市))?(?=.{2,}$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Before();

    [GeneratedRegex("[省市县区旗州盟乡镇道]$")]
    private static partial Regex OtherPlace();

    /// <summary>What may follow a unit's name in a file's name: no letter, or a word about the report.</summary>
    [GeneratedRegex(@"^(?:$|[^\p{IsCJKUnifiedIdeographs}]|年|二[〇○零]|政务|信息|公开|工作|报告|关于|的|最终|终稿|定稿|修改|送审|上报|报送|盖章|正式|新)", RegexOptions.ExplicitCapture)]
    private static partial Regex Behind();
}
