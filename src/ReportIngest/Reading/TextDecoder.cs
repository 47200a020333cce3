using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ReportIngest.Documents;
using Utf = UtfUnknown;

namespace ReportIngest.Reading;

/// <summary>Text and the encoding it was read with: lower case, <c>utf-8</c>, <c>gb18030</c> (also for GB2312 and GBK), <c>big5</c>, <c>utf-16le</c>, <c>utf-16be</c> or another.</summary>
/// <param name="Notes">RI906 where a declaration disagrees with what the bytes are, or bytes mean nothing in the encoding.</param>
public sealed record DecodedText(string Text, string Encoding, ImmutableArray<ReadingNote> Notes);

/// <summary>
/// Bytes → text. What a file declares is a claim, not a fact: of the encodings that come into question, the one is taken
/// under which the bytes are valid and read as Chinese.
/// </summary>
public static class TextDecoder
{
    private const string Utf8Name = "utf-8";
    private const string GbName = "gb18030";
    private const string Big5Name = "big5";

    /// <summary>A declaration further inside (after long scripts and styles) still counts for a browser, which then starts over.</summary>
    private const int DeclarationReach = 64 << 10;

    /// <summary>
    /// Share of <see cref="Common"/> among the characters beyond ASCII from which a reading is taken without trying others.
    /// The seed has .54; its bytes read under a wrong encoding (UTF-8, GB18030, Big5, each as each) have at most .01.
    /// </summary>
    private const double ReadsAsChinese = 0.15;

    /// <summary>Characters that every report is full of, simplified and traditional, with the punctuation of prose.</summary>
    private const string Common =
        "，。、：；（）“”《》　的一是在不了有和人中大为以上年月日个这与及等其他各对本"
        + "政府信息公开主动申请行法规章范性文件工作报告总体情况数量处理结果维持纠正存问题改进机关予办理度县市区乡镇民会"
        + "為個這與對開動請規範報總體況數處結維糾問題進機關辦縣區鄉鎮會訊資";

    /// <summary>By character: asked for every one of a file.</summary>
    private static readonly bool[] IsCommon = [.. Enumerable.Range(0, char.MaxValue + 1).Select(character => Common.Contains((char)character))];

    private static readonly Lazy<DoubleBytes> GbPairs = new(() => new DoubleBytes(Find(GbName)!)), Big5Pairs = new(() => new DoubleBytes(Find(Big5Name)!));

    public static DecodedText Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf16(bytes) is var (name, encoding, mark))
            return Finish(Reading.Of(name, bytes[mark..], encoding), Declared(encoding.GetString(Head(bytes))));

        var declared = DeclaredIn(Head(bytes));
        if (!bytes.StartsWith(Encoding.UTF8.Preamble)) return Finish(Best(bytes, declared), declared);
        return Finish(Best(bytes[Encoding.UTF8.Preamble.Length..], declared), [Utf8Name, .. declared]);
    }

    /// <summary>UTF-16 by its mark or, without one, by its zero bytes (the upper halves of tags, digits and line ends).</summary>
    private static (string Name, Encoding Encoding, int Mark)? Utf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..]) return ("utf-16le", Encoding.Unicode, 2);
        if (bytes is [0xFE, 0xFF, ..]) return ("utf-16be", Encoding.BigEndianUnicode, 2);

        // Even bare prose in Chinese has a line end, a digit or a blank in a hundred characters; text in another encoding has no zero bytes.
        var head = Head(bytes);
        if (head.Length < 4 || head.Count((byte)0) < head.Length / 200 + 1) return null;
        var little = Familiar(Encoding.Unicode.GetString(head));
        var big = Familiar(Encoding.BigEndianUnicode.GetString(head));
        if (Math.Max(little, big) < ReadsAsChinese) return null;
        return little >= big ? ("utf-16le", Encoding.Unicode, 0) : ("utf-16be", Encoding.BigEndianUnicode, 0);
    }

    private static double Familiar(string text) =>
        (double)text.Count(c => c is >= ' ' and <= '~' or '\r' or '\n' or '\t' || IsCommon[c]) / text.Length;

    /// <summary>UTF-8 comes first: other encodings are hardly ever valid as it by chance.</summary>
    private static Reading Best(ReadOnlySpan<byte> bytes, ImmutableArray<string> declared)
    {
        // Bytes that are not valid as UTF-8 are read as it only when nothing else fits them.
        var utf8 = ValidUtf8(bytes) is { } valid ? Reading.Of(Utf8Name, valid) : null;
        var others = new List<Reading>();
        foreach (var name in (string[])[Utf8Name, .. declared, GbName, Big5Name])
        {
            var reading = name == Utf8Name ? utf8 : Read(bytes, name);
            if (reading is { Errors: 0, Wide: 0 } or { Errors: 0, Chinese: > ReadsAsChinese }) return reading;
            if (reading is not null) others.Add(reading);
        }

        var best = utf8 is null ? Read(bytes, Utf8Name) : null;
        foreach (var reading in others)
        {
            if (best is null || reading.Merit > best.Merit) best = reading;
        }

        if (best!.Chinese < ReadsAsChinese
            && Utf.CharsetDetector.DetectFromBytes(bytes).Detected?.EncodingName is { } guess
            && Read(bytes, Normal(guess)) is { } guessed && guessed.Merit > best.Merit)
            return guessed;
        return best;
    }

    /// <summary>The bytes as UTF-8, looked at once; null where they are not valid.</summary>
    private static string? ValidUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > DoubleBytes.MostLent) return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : null;
        var text = ArrayPool<char>.Shared.Rent(bytes.Length);
        try
        {
            return Utf8.ToUtf16(bytes, text, out _, out var length, replaceInvalidSequences: false) == OperationStatus.Done ? new string(text, 0, length) : null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static Reading? Read(ReadOnlySpan<byte> bytes, string name)
    {
        var pairs = name switch { GbName => GbPairs.Value, Big5Name => Big5Pairs.Value, _ => null };
        if (pairs?.Decode(bytes) is { } text) return Reading.Of(name, text);
        return Find(name) is { } encoding ? Reading.Of(name, bytes, encoding) : null;
    }

    /// <summary>Null for a name that no encoding has. GB2312 and GBK are parts of GB18030 and are read as it.</summary>
    private static Encoding? Find(string name)
    {
        if (name == Utf8Name) return Encoding.UTF8;
        try
        {
            var replace = new DecoderReplacementFallback("\uFFFD");
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, replace);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static DecodedText Finish(Reading reading, ImmutableArray<string> declared)
    {
        var notes = ImmutableArray.CreateBuilder<ReadingNote>();
        var wrong = declared.Where(name => !Agrees(name, reading.Name)).Distinct().ToList();

        // Plain ASCII is the same in every encoding that can be declared within it.
        if (wrong.Count > 0 && reading.Wide > 0)
        {
            notes.Add(Doubt(
                $"文件声明的编码为 {string.Join('、', wrong)}，实际内容为 {reading.Name}，已按后者读取；请在源文件中更正声明。",
                $"The file declares {string.Join(", ", wrong)} but its bytes are {reading.Name}, which was used; correct the declaration in the source."));
        }

        if (reading.Errors > 0)
        {
            notes.Add(Doubt(
                $"按 {reading.Name} 读取时有 {reading.Errors} 处字节无法识别，已以 \uFFFD 代替；请核对源文件。",
                $"{reading.Errors} places hold bytes that mean nothing in {reading.Name} and read as \uFFFD; check the source file."));
        }

        return new DecodedText(reading.Text, reading.Name, notes.DrainToImmutable());
    }

    private static ReadingNote Doubt(string zh, string en) => new("RI906", new Message(zh, en), default);

    private static bool Agrees(string declared, string used) => declared == used || (declared == "utf-16" && used.StartsWith(declared, StringComparison.Ordinal));

    /// <summary>The encodings a file names in its markup, in order.</summary>
    private static ImmutableArray<string> Declared(ReadOnlySpan<char> head) => [.. EncodingDeclarations.In(head).Select(Normal).Distinct()];

    /// <summary>The same in bytes that are not UTF-16: names are ASCII.</summary>
    private static ImmutableArray<string> DeclaredIn(ReadOnlySpan<byte> head)
    {
        var text = ArrayPool<char>.Shared.Rent(head.Length);
        try
        {
            return Declared(text.AsSpan(0, Encoding.Latin1.GetChars(head, text)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static string Normal(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower.StartsWith("gb", StringComparison.Ordinal) || lower is "chinese" or "csgb2312" or "x-gbk" or "cp936" or "ms936" or "windows-936") return GbName;
        if (lower.StartsWith("big5", StringComparison.Ordinal) || lower is "x-x-big5" or "cp950") return Big5Name;
        return lower switch
        {
            "utf8" or "ascii" or "us-ascii" => Utf8Name,
            "unicode" => "utf-16",
            "iso-8859-1" or "iso8859-1" or "latin1" => "windows-1252", // as browsers take it
            _ => lower,
        };
    }

    private static ReadOnlySpan<byte> Head(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, DeclarationReach)];

    /// <summary>The bytes under one encoding. <paramref name="Wide"/> counts characters beyond ASCII, <paramref name="Errors"/> bytes without meaning among them.</summary>
    private sealed record Reading(string Name, string Text, int Wide, int Errors, double Chinese)
    {
        /// <summary>Chinese as a share, less twice the share of errors: a good reading survives a few broken bytes, a wrong one has both against it.</summary>
        public double Merit => Chinese - (Wide == 0 ? 0 : 2.0 * Errors / Wide);

        public static Reading Of(string name, ReadOnlySpan<byte> bytes, Encoding encoding) => Of(name, encoding.GetString(bytes));

        public static Reading Of(string name, string text)
        {
            int wide = 0, errors = 0, common = 0;
            for (var rest = text.AsSpan(); rest.IndexOfAnyExceptInRange('\0', '\x7F') is >= 0 and var start; rest = rest[start..])
            {
                rest = rest[start..];
                for (start = 0; start < rest.Length && rest[start] > '\x7F'; start++)
                {
                    if (IsCommon[rest[start]]) common++;
                    else if (rest[start] == '\uFFFD') errors++;
                }

                wide += start;
            }

            return new Reading(name, text, wide, errors, wide == 0 ? 0 : (double)common / wide);
        }
    }
}
