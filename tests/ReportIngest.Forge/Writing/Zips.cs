using System.IO.Compression;

namespace ReportIngest.Forge.Writing;

/// <summary>A container's entries carry the time of writing; the same report must give the same bytes.</summary>
internal static class Zips
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] WithoutTimes(byte[] zip)
    {
        using var target = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(zip)))
        using (var copy = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                var written = copy.CreateEntry(entry.FullName);
                written.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = written.Open();
                from.CopyTo(to);
            }
        }

        return target.ToArray();
    }
}
