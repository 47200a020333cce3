using System.Collections;
using System.Numerics;

namespace ReportIngest.Corpus;

/// <summary>The runs of letters of one text, by their hashes, each once. A second pass makes several a report: a <see cref="HashSet{T}"/> takes four times the room.</summary>
/// <param name="most">How many there may be.</param>
internal sealed class ShingleSet(int most) : IReadOnlyCollection<int>
{
    /// <summary>Open addressing; 0 is a free slot. A third of the slots, or more, stays free.</summary>
    private readonly int[] _slots = new int[BitOperations.RoundUpToPowerOf2((uint)(most + (most / 2) + 2))];

    private bool _hasZero;

    public int Count { get; private set; }

    public void Add(int shingle)
    {
        if (shingle == 0)
        {
            if (!_hasZero) Count++;
            _hasZero = true;
            return;
        }
        ref var slot = ref _slots[Slot(shingle)];
        if (slot == 0) Count++;
        slot = shingle;
    }

    public bool Contains(int shingle) => shingle == 0 ? _hasZero : _slots[Slot(shingle)] != 0;

    public IEnumerator<int> GetEnumerator()
    {
        if (_hasZero) yield return 0;
        foreach (var shingle in _slots)
        {
            if (shingle != 0) yield return shingle;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where it stands, or would.</summary>
    private int Slot(int shingle)
    {
        var slot = TextShingles.Slot(shingle, BitOperations.Log2((uint)_slots.Length));
        while (_slots[slot] != 0 && _slots[slot] != shingle) slot = (slot + 1) & (_slots.Length - 1);
        return slot;
    }
}
