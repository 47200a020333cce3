using System.Collections;

namespace ReportIngest.Corpus;

/// <summary>A list for as many items as a corpus has reports: it grows by a chunk, so that nothing is copied and no room stays unused.</summary>
internal sealed class ChunkedList<T> : IReadOnlyList<T>
{
    private const int Bits = 12, Size = 1 << Bits;

    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return ref _chunks[index >> Bits][index & (Size - 1)];
        }
    }

    T IReadOnlyList<T>.this[int index] => this[index];

    public void Add(T item)
    {
        if (Count == _chunks.Count << Bits) _chunks.Add(new T[Size]);
        Count++;
        this[Count - 1] = item;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
