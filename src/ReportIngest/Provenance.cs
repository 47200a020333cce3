using System.Security.Cryptography;

namespace ReportIngest;

/// <summary>Where bytes came from. <paramref name="Path"/> is as given, with <c>/</c> between its parts; <paramref name="Sha256"/> is of the bytes, in hex.</summary>
public sealed record Source(string Path, string Sha256, long Bytes)
{
    public static Source Of(string path, ReadOnlySpan<byte> bytes) =>
        new(path.Replace('\\', '/'), Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length);
}

/// <summary>A rectangle on a page, in points from the page's top-left corner.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public double Width => Right - Left;
    public double Height => Bottom - Top;

    public Box Union(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>Where a block or a cell stands in its document: page from 1 and box, PDF only. A text format has neither.</summary>
public readonly record struct Place(int? Page = null, Box? Box = null);
