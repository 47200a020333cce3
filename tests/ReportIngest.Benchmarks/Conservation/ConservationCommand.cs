using System.CommandLine;
using ReportIngest.Forge;
using ReportIngest.Reading;

namespace ReportIngest.Benchmarks.Conservation;

/// <summary>Letters and digits that files show and readers lose, by layout.</summary>
internal static class ConservationCommand
{
    public static Command Create()
    {
        var seeds = new Option<string>("--seeds") { Description = "A range of seed numbers, such as 1000-1099.", DefaultValueFactory = _ => "1000-1009" };
        var command = new Command("conservation", "Letters and digits that the bare parser shows and no cell or text of ours has, by layout.") { seeds };
        command.SetAction(result => Run(SeedRange.Parse(result.GetValue(seeds)!)));
        return command;
    }

    private static int Run(IReadOnlyList<int> seeds)
    {
        foreach (var layout in Layouts.All)
        {
            var (shown, lost) = (0, 0);
            var which = new Dictionary<char, int>();
            foreach (var bytes in seeds.Select(seed => layout.Write(Forger.Forge(seed))))
            {
                var document = Pipeline.Read(bytes, Source.Of(layout.ToString(), bytes), Limits.Default);
                var (all, kept) = (Characters.Shown(layout.Format, bytes, document), Characters.Kept(document));
                shown += all.Values.Sum();
                lost += Characters.Lost(all, kept);
                foreach (var (letter, count) in all.Where(pair => pair.Value > kept.GetValueOrDefault(pair.Key)))
                    which[letter] = which.GetValueOrDefault(letter) + count - kept.GetValueOrDefault(letter);
            }

            Console.WriteLine($"{layout,-40} {shown,10:N0} {lost,8:N0}  {string.Concat(which.OrderByDescending(pair => pair.Value).Take(12).Select(pair => pair.Key))}");
        }

        return 0;
    }
}
