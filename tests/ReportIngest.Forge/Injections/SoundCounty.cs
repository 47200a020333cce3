using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Reports without a fault that are read together: the units of a county over some years, with a roster, some of them in two formats.</summary>
public sealed record SoundCounty(ImmutableArray<GivenFile> Files, byte[] Roster)
{
    /// <summary>Ten units, of whom two are higher, over four or five years.</summary>
    private const int Units = 10;

    public static SoundCounty Draw(int seed, int reports)
    {
        var random = new Random(unchecked(seed * 15_485_863 + 11));
        var units = new List<Unit>();
        var roster = new StringBuilder("code,name,valid_from,valid_to\n");
        var files = ImmutableArray.CreateBuilder<GivenFile>();
        for (var number = 0; files.Count < reports; number++)
        {
            var unit = Draw(units, random);
            var first = random.Next(2019, 2022);
            var years = SoundYears.Draw(unchecked(seed * Units * 1000 + number), unit, first, Math.Min(5, reports - files.Count));
            if (years.Any(IsOdd)) continue;
            roster.Append(CultureInfo.InvariantCulture, $"u{number},{unit.Name},{first}-01-01,{first + years.Length - 1}-12-31\n");
            foreach (var sound in years)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{sound.Facts.Year}/{units.Count}");
                files.Add(Trials.File(sound, name));
                // The same report as a page and as a document.
                if (random.Next(12) > 0) continue;
                var other = sound with { Layout = Sound.PickLayout(new Wish(Layout: layout => layout.Format is FileKind.Html or FileKind.Docx && layout.Format != sound.Layout.Format), random) };
                files.Add(Trials.File(other, name + "-copy"));
            }
        }

        return new SoundCounty(files.ToImmutable(), Encoding.UTF8.GetBytes(roster.ToString()));
    }

    /// <summary>What is likely a fault and still may be right: a table of nothing but zeros, decisions that happen to be the sum of items. Of such a report a finding is no false alarm.</summary>
    private static bool IsOdd(Sound sound)
    {
        var ledger = Ledger.Of(sound.Report);
        return ledger.Cells.Where(cell => cell.Section == 2).All(cell => ledger[cell.Code] == 0)
            || ledger.Cells.Where(cell => cell.Column.Key == "decisions" && ledger.Has($"{cell.Row.Key}.items_last_year"))
                .Any(cell => ledger[cell.Code] == ledger[$"{cell.Row.Key}.items_last_year"] + ledger[$"{cell.Row.Key}.items_change"]);
    }

    private static Unit Draw(List<Unit> units, Random random)
    {
        while (true)
        {
            var unit = Unit.Draw(random);
            if (units.Exists(other => other.Name == unit.Name || other.Place == unit.Place)) continue;
            units.Add(unit);
            return unit;
        }
    }
}
