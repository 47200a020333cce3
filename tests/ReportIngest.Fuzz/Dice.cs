namespace ReportIngest.Fuzz;

/// <summary>A small generator of our own (xorshift): that of the runtime may change with its version.</summary>
internal sealed class Dice(uint seed)
{
    private uint _state = (seed * 2654435761) ^ 0x9e3779b9;

    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
