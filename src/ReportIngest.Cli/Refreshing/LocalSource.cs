using System.Collections.Immutable;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Storing;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Folders and files of this machine.</summary>
internal sealed class LocalSource(ContentFiles content, Bodies bodies, Limits limits, TimeProvider clock)
{
    /// <summary>Within it a file may change twice without its time telling.</summary>
    private static readonly long TimeGrain = TimeSpan.FromSeconds(2).Ticks;

    public static Listing List(SourceSettings source, string store)
    {
        var inputs = InputFiles.Find(new IngestOptions(
            [source.FullPlace], store, ["jsonl"], 1, Isolating.None, null, source.Include, source.Exclude, null, new RosterChoice(null, [], default), new VerdictFiles(null, null)));
        var targets = inputs.Files.Select(file => new Target(source.Place + file.Path[source.FullPlace.Length..], source, file.FullPath, source.Unit, file.Problem)).ToImmutableArray();
        // A folder that may not be opened is in the list by its own name.
        var closed = targets.FirstOrDefault(target => target.Problem is not null && (source.Kind == SourceKind.Folder));
        if (closed is null) return new Listing(source, targets, Complete: source.Kind == SourceKind.Folder);
        return new Listing(source, targets.Remove(closed), Complete: false, new Failure("list", "not_readable", new Message($"{closed.Path}：{closed.Problem!.Zh}", $"{closed.Path}: {closed.Problem.En}")));
    }

    public Sighting Look(Target target, AddressRow? known)
    {
        try
        {
            var file = new FileInfo(target.FullPath!);
            if (!file.Exists) return known?.Hash is null ? Failed(target, "not_found", new Message("没有这个文件。", "There is no such file.")) : new Sighting(target, SightingKind.Gone);
            var stamp = new Stamp(file.Length, file.LastWriteTimeUtc.Ticks, clock.GetUtcNow().Ticks);
            if (known is { Hash: { } hash } && known.Stamp.Bytes == stamp.Bytes && known.Stamp.Ticks == stamp.Ticks && known.Stamp.Looked - stamp.Ticks > TimeGrain)
                return new Sighting(target, SightingKind.Unchanged, hash);

            var bytes = FileBytes.Read(new InputFile(target.Path, target.FullPath!), limits);
            hash = ContentFiles.HashOf(bytes);
            content.Write(hash, bytes);
            return new Sighting(target, SightingKind.Found, hash, bytes.Length, bodies.Read(hash, bytes), stamp);
        }
        catch (UnreadableException wrong)
        {
            return Failed(target, wrong.Reason == UnreadableReason.TooLarge ? "too_large" : "not_readable", wrong.Sentence);
        }
    }

    private static Sighting Failed(Target target, string code, Message cause) => new(target, SightingKind.Failed, Failure: new Failure("fetch", code, cause));
}
