using System.Collections.Immutable;
using System.Text;
using ReportIngest.Cli.Configuring;

namespace ReportIngest.Cli.Refreshing;

/// <summary>A file of addresses: one a line, and behind a tab whose report it is; <c>#</c> begins a remark.</summary>
internal static class AddressList
{
    public static Listing List(SourceSettings source)
    {
        try
        {
            var targets = ImmutableArray.CreateBuilder<Target>();
            foreach (var (line, number) in Encoding.UTF8.GetString(SmallFile.Read(source.FullPlace)).Split('\n').Select((line, i) => (line.Trim('\r', ' ', '\uFEFF'), i + 1)))
            {
                if (line.Length == 0 || line[0] == '#') continue;
                var parts = line.Split('\t', 2, StringSplitOptions.TrimEntries);
                if (WebSource.Address(parts[0]) is not { } address) return Wrong(source, $"第 {number} 行不是网址：{parts[0]}", $"Line {number} is no address: {parts[0]}");
                targets.Add(new Target(address.AbsoluteUri, source, null, parts is [_, { Length: > 0 } unit] ? unit : source.Unit));
            }
            // Whoever takes an address out of the list no longer wants it looked at; that does not withdraw it.
            return new Listing(source, targets.ToImmutable(), Complete: false);
        }
        catch (UsageException missing)
        {
            return Wrong(source, missing.Sentence.Zh, missing.Sentence.En);
        }
    }

    private static Listing Wrong(SourceSettings source, string zh, string en) => new(source, [], Complete: false, new Failure("list", "not_readable", new Message(zh, en)));
}
