using System.Collections.Immutable;

namespace ReportIngest.Sinks.Export;

/// <summary>What a column holds; a value that does not apply is null in all of them.</summary>
public enum ColumnType
{
    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="long"/>.</summary>
    Integer,

    /// <summary><see cref="decimal"/>.</summary>
    Number,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,
}

/// <summary>A column of an output, the same in every format.</summary>
/// <param name="Label">For people; a codebook prints it.</param>
public record Column(string Name, ColumnType Type, Message Label)
{
    /// <summary>What may stand in it; empty where anything may.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>The code of the indicator whose number or state it holds; null for all else.</summary>
    public string? Indicator { get; init; }
}

/// <summary>A column and how its value is had from a record.</summary>
internal sealed record Column<T>(string Name, ColumnType Type, Message Label, Func<T, object?> Get) : Column(Name, Type, Label);

/// <summary>The columns of one kind of record, each written on one line.</summary>
internal static class ColumnOf<T>
{
    public static Column<T> Text(string name, string zh, string en, Func<T, string?> get) => new(name, ColumnType.Text, new Message(zh, en), get);

    /// <summary>A text out of a few: the names of an enumeration as the outputs spell them.</summary>
    public static Column<T> Name<TName>(string name, string zh, string en, Func<T, TName?> get) where TName : struct, Enum =>
        new(name, ColumnType.Text, new Message(zh, en), record => get(record) is { } value ? Spelling.Snake(value) : null) { Values = [.. Enum.GetValues<TName>().Select(Spelling.Snake)] };

    public static Column<T> Integer(string name, string zh, string en, Func<T, long?> get) => new(name, ColumnType.Integer, new Message(zh, en), record => get(record));

    public static Column<T> Number(string name, string zh, string en, Func<T, decimal?> get) => new(name, ColumnType.Number, new Message(zh, en), record => get(record));

    public static Column<T> Date(string name, string zh, string en, Func<T, DateOnly?> get) => new(name, ColumnType.Date, new Message(zh, en), record => get(record));

    public static Column<T> Boolean(string name, string zh, string en, Func<T, bool> get) => new(name, ColumnType.Boolean, new Message(zh, en), record => get(record));
}
