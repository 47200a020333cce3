using System.Numerics;
using System.Text;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>The keys of an object of ours: all of them have to be there, others are passed over.</summary>
internal sealed class JsonKeys(params string[] names)
{
    private readonly byte[][] _names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    /// <summary>Enters the object that the reader stands at.</summary>
    /// <exception cref="InvalidOperationException">It stands at something else.</exception>
    public static Walk Enter(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.StartObject ? default : throw new InvalidOperationException($"a {json.TokenType} stands in the place of an object");

    /// <summary>Moves to the value of the next of these keys; false at the object's end.</summary>
    /// <param name="key">Its index among the names.</param>
    /// <exception cref="KeyNotFoundException">The object ends without one of them.</exception>
    public bool Next(ref Utf8JsonReader json, ref Walk walk, out int key)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            key = Find(ref json, walk);
            json.Read();
            if (key >= 0)
            {
                walk.Seen |= 1u << key;
                return true;
            }
            json.Skip();
        }
        key = BitOperations.TrailingZeroCount(~walk.Seen);
        return key == _names.Length ? false : throw new KeyNotFoundException($"it has no {names[key]}");
    }

    /// <summary>We write them in their order, so the next one is looked at first.</summary>
    private int Find(ref Utf8JsonReader json, Walk walk)
    {
        var likely = BitOperations.PopCount(walk.Seen);
        if (likely < _names.Length && json.ValueTextEquals(_names[likely])) return likely;
        for (var i = 0; i < _names.Length; i++)
            if (json.ValueTextEquals(_names[i])) return i;
        return -1;
    }

    /// <summary>Which keys of one object have been seen.</summary>
    internal struct Walk
    {
        public uint Seen;
    }
}
