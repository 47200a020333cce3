using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportIngest.Reports;

namespace ReportIngest;

/// <summary>How values are spelt in every output: lower-case names, numbers without trailing zeros, ISO dates.</summary>
public static class Spelling
{
    /// <summary>Chinese stays readable; the files are never put into a page as they are.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static string Name<T>(T value) where T : struct, Enum => EnumSpelling<T>.Plain(value);

    /// <summary><c>on_time</c> for OnTime.</summary>
    public static string Snake<T>(T value) where T : struct, Enum => EnumSpelling<T>.Snake(value);

    public static string? Name(Level? level) => level is { } known ? Name(known) : null;

    public static string Number(decimal value) => Trim(value).ToString(CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A value of a column as text; null for one that does not apply.</summary>
    public static string? Spelt(object? value) => value switch
    {
        null => null,
        string text => text,
        decimal number => Number(number),
        DateOnly day => Date(day),
        bool yes => yes ? "true" : "false",
        var integer => ((long)integer).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Table, row and column as in the table <c>values</c>, with the page where there is one: <c>1:3:9</c>, <c>1:3:9@2</c>.</summary>
    public static string Place(Location at) =>
        string.Create(CultureInfo.InvariantCulture, $"{at.Table}:{at.Row}:{at.Column}") + (at.Page is { } page ? "@" + Number(page) : "");

    /// <summary>The same number without trailing zeros: a decimal remembers that 3.00 was written with two places.</summary>
    public static decimal Trim(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;

    /// <summary>Left, top, right, bottom, to a hundredth of a point: finer differences are rounding in the parser, not places on the page.</summary>
    public static double[] Corners(Box box) => [Round(box.Left), Round(box.Top), Round(box.Right), Round(box.Bottom)];

    /// <summary>The same as text, a blank between them.</summary>
    public static string Edges(Box box) => string.Join(' ', Corners(box).Select(corner => corner.ToString(CultureInfo.InvariantCulture)));

    /// <summary>To a hundredth.</summary>
    internal static double Round(double points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
