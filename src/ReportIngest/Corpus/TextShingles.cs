using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>A report's running text as runs of six letters, its digits and its unit's name masked, for telling how much two texts share.</summary>
internal sealed class TextShingles
{
    private const int Length = 6;

    /// <summary>Under a hundred letters there is nothing but set phrases.</summary>
    public const int Shortest = 100;

    private readonly ShingleSet _shingles;
    private readonly List<string> _texts;

    private TextShingles(ShingleSet shingles, List<string> texts) => (_shingles, _texts) = (shingles, texts);

    public ShingleSet Shingles => _shingles;

    public bool IsShort => _shingles.Count < Shortest;

    /// <summary>Sections one and five: what the unit writes itself.</summary>
    public static TextShingles OfOwnWords(ReportRecord report) => Of(report, 1, 5);

    /// <param name="sections">The sections whose text counts; all where none is named.</param>
    public static TextShingles Of(ReportRecord report, params int[] sections)
    {
        var texts = new List<string>();
        var name = CompactText.Of(report.Organization ?? "");
        foreach (var section in report.Sections.Where(section => sections.Length == 0 || sections.Contains(section.Number)))
        {
            var text = CompactText.Of(section.Text);
            if (name.Length > 1) text = text.Replace(name, "", StringComparison.Ordinal);
            texts.Add(Letters(text));
        }

        var shingles = new ShingleSet(texts.Sum(text => text.Length));
        foreach (var text in texts)
        {
            for (var i = 0; i + Length <= text.Length; i++) shingles.Add(Hash(text.AsSpan(i, Length)));
        }

        return new TextShingles(shingles, texts);
    }

    /// <summary>The same text without the runs that are nobody's own.</summary>
    public TextShingles Without(CommonPhrases common)
    {
        var own = new ShingleSet(_shingles.Count);
        foreach (var shingle in _shingles)
        {
            if (!common.Contains(shingle)) own.Add(shingle);
        }

        return new TextShingles(own, _texts);
    }

    /// <summary>The longest passage whose runs the other text has too.</summary>
    public string LongestShared(TextShingles other)
    {
        var longest = "";
        foreach (var text in _texts)
        {
            for (int from = 0, i = 0; i <= text.Length - Length; i++)
            {
                if (!other._shingles.Contains(Hash(text.AsSpan(i, Length)))) from = i + 1;
                else if (i + Length - from > longest.Length) longest = text[from..(i + Length)];
            }
        }

        return longest;
    }

    /// <summary>The share of the longer text that the other has too, from 0 to 1.</summary>
    public static double Overlap(TextShingles left, TextShingles right)
    {
        var longer = Math.Max(left._shingles.Count, right._shingles.Count);
        return longer == 0 ? 0 : (double)left._shingles.Count(right._shingles.Contains) / longer;
    }

    /// <summary>A place for a run of letters among 2^bits: the highest bits of its product with 2^32 over the golden ratio (Knuth).</summary>
    internal static int Slot(int shingle, int bits) => (int)((uint)(shingle * -1640531527) >> (32 - bits));

    private static string Letters(string text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (char.IsLetter(character)) letters[count++] = character;
        }

        return new string(letters, 0, count);
    }

    /// <summary>FNV-1a: the same in every process, which string.GetHashCode is not.</summary>
    private static int Hash(ReadOnlySpan<char> letters)
    {
        var hash = 2166136261u;
        foreach (var letter in letters) hash = unchecked((hash ^ letter) * 16777619u);
        return (int)hash;
    }
}
