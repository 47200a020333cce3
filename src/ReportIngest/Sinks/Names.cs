using System.Collections.Frozen;

namespace ReportIngest.Sinks;

/// <summary>How the values of an enumeration are spelt, put together once: an output has some of them in every cell.</summary>
internal static class Names<T> where T : struct, Enum
{
    public static FrozenDictionary<T, string> Plain { get; } = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => value.ToString().ToLowerInvariant());

    public static FrozenDictionary<T, string> Snake { get; } = Enum.GetValues<T>().ToFrozenDictionary(value => value, SnakeOf);

    private static readonly FrozenDictionary<string, T> Values =
        Plain.Concat(Snake).DistinctBy(name => name.Value).ToFrozenDictionary(name => name.Value, name => name.Key);

    /// <param name="name">In either spelling.</param>
    /// <exception cref="ArgumentException">There is no such value.</exception>
    public static T Parse(string name) =>
        Values.TryGetValue(name, out var value) ? value : throw new ArgumentException($"there is no {typeof(T).Name} {name}", nameof(name));

    private static string SnakeOf(T value) =>
        string.Concat(value.ToString().Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
