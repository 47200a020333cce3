using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Ingesting.Archives;
using ReportIngest.Cli.Storing;
using ReportIngest.Outputs;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Folders and files of this machine.</summary>
internal sealed class LocalSource(ContentFiles content, Bodies bodies, Limits limits, TimeProvider clock)
{
    /// <summary>Within it a file may change twice without its time telling.</summary>
    private static readonly long TimeGrain = TimeSpan.FromSeconds(2).Ticks;

    public static Listing List(SourceSettings source, string store, Configuration configuration)
    {
        var inputs = InputFiles.Find(new IngestOptions(
            [source.FullPlace], store, ["jsonl"], 1, Isolating.None, null, source.Include, source.Exclude, null, new RosterChoice(null, [], default), new VerdictFiles(null, null)) { Configuration = configuration });
        var targets = inputs.Files.Select(file => new Target(source.Place + file.Path[source.FullPlace.Length..], source, file, source.Unit)).ToImmutableArray();
        // A folder or an archive that cannot be opened is in the list by its own name: what lies in it has not been looked for.
        var closed = targets.FirstOrDefault(target => target.File is { Problem: not null, Entry: null });
        if (closed is null || source.Kind == SourceKind.File) return new Listing(source, targets, Complete: source.Kind == SourceKind.Folder) { Inputs = inputs };
        var why = closed.File!.Problem!;
        return new Listing(source, targets.Remove(closed), Complete: false, new Failure("list", "not_readable", new Message($"{closed.Path}：{why.Zh}", $"{closed.Path}: {why.En}"))) { Inputs = inputs };
    }

    public Sighting Look(Target target, AddressRow? known)
    {
        try
        {
            var input = target.File!;
            if ((input.Entry is null ? input.FullPath : ArchiveOf(input.FullPath)) is not { } path) return Found(target, FileBytes.Read(input, limits), new Stamp());
            var file = new FileInfo(path);
            if (!file.Exists) return known?.Hash is null ? Failed(target, "not_found", InputFile.BadName(path) ?? new Message("没有这个文件。", "There is no such file.")) : new Sighting(target, SightingKind.Gone);
            var stamp = new Stamp(file.Length, file.LastWriteTimeUtc.Ticks, clock.GetUtcNow().Ticks);
            if (known is { Hash: { } hash } && known.Stamp.Bytes == stamp.Bytes && known.Stamp.Ticks == stamp.Ticks && known.Stamp.Looked - stamp.Ticks > TimeGrain)
                return new Sighting(target, SightingKind.Unchanged, hash);

            return Found(target, FileBytes.Read(input, limits), stamp);
        }
        catch (UnreadableException wrong)
        {
            return Failed(target, wrong.Reason == UnreadableReason.TooLarge ? "too_large" : "not_readable", wrong.Sentence);
        }
    }

    /// <summary>The archive that a file lies in: its size and time tell for all of them. Null where names with <c>!/</c> leave it open which it is.</summary>
    private static string? ArchiveOf(string path)
    {
        var archives = new List<string>();
        for (var at = path.IndexOf("!/", StringComparison.Ordinal); at >= 0; at = path.IndexOf("!/", at + 1, StringComparison.Ordinal))
            if (Archive.IsNamed(path[..at]) && File.Exists(path[..at])) archives.Add(path[..at]);
        return archives is [var archive] ? archive : null;
    }

    private Sighting Found(Target target, byte[] bytes, Stamp stamp)
    {
        var hash = ContentFiles.HashOf(bytes);
        content.Write(hash, bytes);
        return new Sighting(target, SightingKind.Found, hash, bytes.Length, bodies.Read(hash, bytes), stamp);
    }

    private static Sighting Failed(Target target, string code, Message cause) => new(target, SightingKind.Failed, Failure: new Failure("fetch", code, cause));
}
