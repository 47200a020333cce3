using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Text;

internal enum Stroke { None, Horizontal, Vertical, Junction }

/// <summary>A character of a drawing: the column it begins in, and the stroke it draws.</summary>
internal readonly record struct Mark(int Column, Rune Rune, Stroke Stroke);

/// <summary>The characters of a line by column.</summary>
internal sealed class DrawnLine
{
    private readonly Dictionary<int, Stroke> _strokes;

    public DrawnLine(string line, DisplayWidth width, bool box)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var column = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            marks.Add(new Mark(column, rune, Strokes.Of(rune, box)));
            column += width.Of(rune);
        }

        Marks = marks.DrainToImmutable();
        Joints = [.. Enumerable.Range(0, Marks.Length).Where(IsJoint).Select(at => Marks[at].Column)];
        _strokes = Marks.Where(mark => mark.Stroke != Stroke.None).DistinctBy(mark => mark.Column).ToDictionary(mark => mark.Column, mark => mark.Stroke);
    }

    public ImmutableArray<Mark> Marks { get; }

    /// <summary>Columns where a horizontal stroke begins, ends or is crossed; none in a line of text.</summary>
    public ImmutableArray<int> Joints { get; }

    public bool IsRule => Joints.Length > 0;

    public Stroke StrokeAt(int column) => _strokes.GetValueOrDefault(column);

    /// <summary>The marks strictly between two columns.</summary>
    public ReadOnlySpan<Mark> Between(int left, int right)
    {
        var from = FirstBehind(left);
        return Marks.AsSpan()[from..Math.Max(from, FirstBehind(right - 1))];
    }

    private int FirstBehind(int column)
    {
        var (low, high) = (0, Marks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Marks[middle].Column <= column) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>A plus inside a label or a number is no joint: it has no stroke that leads to another one.</summary>
    private bool IsJoint(int at) => Marks[at].Stroke == Stroke.Junction && (Leads(at, 1) || Leads(at, -1));

    private bool Leads(int at, int step)
    {
        var end = at + step;
        while (end >= 0 && end < Marks.Length && Marks[end].Stroke == Stroke.Horizontal) end += step;
        return end != at + step && end >= 0 && end < Marks.Length && Marks[end].Stroke is Stroke.Junction;
    }
}

internal static class Strokes
{
    private const string BoxHorizontals = "─━┄┅┈┉╌╍═╴╶╸╺╼╾";
    private const string BoxVerticals = "│┃┆┇┊┋╎╏║╵╷╹╻╽╿";

    public static bool IsBox(char character) => character is >= '\u2500' and <= '\u257F';

    /// <param name="box">Drawn with box characters, where <c>|</c> and <c>-</c> are text; else with <c>+---+</c> and <c>|</c>.</param>
    public static Stroke Of(Rune rune, bool box)
    {
        if (!rune.IsBmp) return Stroke.None;
        var character = (char)rune.Value;
        if (!box) return character switch { '-' or '=' or ':' => Stroke.Horizontal, '|' => Stroke.Vertical, '+' => Stroke.Junction, _ => Stroke.None };
        if (BoxHorizontals.Contains(character)) return Stroke.Horizontal;
        if (BoxVerticals.Contains(character)) return Stroke.Vertical;
        return IsBox(character) ? Stroke.Junction : Stroke.None;
    }
}
