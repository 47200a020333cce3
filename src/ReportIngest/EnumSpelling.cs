using System.Runtime.CompilerServices;

namespace ReportIngest;

/// <summary>How the values of an enumeration are spelt, put together once: an output has some of them in every cell.</summary>
/// <remarks>By number, and the values are numbered from 0: a dictionary by <typeparamref name="T"/> would be compiled anew for each enumeration when the program starts.</remarks>
internal static class EnumSpelling<T> where T : struct, Enum
{
    private static readonly string[] Plains = [.. Enum.GetNames<T>().Select(name => name.ToLowerInvariant())];

    private static readonly string[] Snakes = [.. Enum.GetNames<T>().Select(SnakeOf)];

    private static readonly Dictionary<string, int> Numbers = NumbersByName();

    /// <summary><c>NotChecked</c>: <c>notchecked</c>.</summary>
    public static string Plain(T value) => Plains[Unsafe.BitCast<T, int>(value)];

    /// <summary><c>NotChecked</c>: <c>not_checked</c>.</summary>
    public static string Snake(T value) => Snakes[Unsafe.BitCast<T, int>(value)];

    /// <summary>All values, plainly spelt, in their order.</summary>
    public static IReadOnlyList<string> Names => Plains;

    /// <summary>Null where there is no such value.</summary>
    /// <param name="name">In either spelling.</param>
    public static T? Find(string name) => Numbers.TryGetValue(name, out var number) ? Unsafe.BitCast<int, T>(number) : null;

    /// <exception cref="ArgumentException">There is no such value.</exception>
    /// <inheritdoc cref="Find"/>
    public static T Parse(string name) => Find(name) ?? throw new ArgumentException($"there is no {typeof(T).Name} {name}", nameof(name));

    private static Dictionary<string, int> NumbersByName()
    {
        var numbers = new Dictionary<string, int>();
        for (var number = 0; number < Plains.Length; number++) numbers[Plains[number]] = numbers[Snakes[number]] = number;
        return numbers;
    }

    private static string SnakeOf(string name) =>
        string.Concat(name.Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
