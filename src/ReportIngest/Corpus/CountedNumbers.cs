using System.Collections.Immutable;

namespace ReportIngest.Corpus;

/// <summary>Numbers in order, each with how often it came: most cells of a corpus hold one of a few hundred numbers.</summary>
internal sealed class CountedNumbers
{
    /// <summary>Put in order in lots that grow with what there is: nothing is moved more than a few times, and little waits.</summary>
    private const int LeastWaiting = 64, ShareWaiting = 4;

    private float[] _waiting = new float[LeastWaiting];
    private int _waitingCount;
    private float[] _numbers = [];
    private int[] _times = [];

    /// <param name="number">Seven digits are enough for a median.</param>
    public void Add(float number)
    {
        _waiting[_waitingCount++] = number + 0f; // −0 is 0
        if (_waitingCount == _waiting.Length) Merge();
    }

    public ImmutableArray<(double Number, int Times)> InOrder()
    {
        Merge();
        return [.. _numbers.Zip(_times, (number, times) => ((double)number, times))];
    }

    private void Merge()
    {
        var waiting = _waiting.AsSpan(0, _waitingCount);
        waiting.Sort();
        var (numbers, times) = (new float[_numbers.Length + waiting.Length], new int[_numbers.Length + waiting.Length]);
        var (count, old, next) = (0, 0, 0);
        while (old < _numbers.Length || next < waiting.Length)
        {
            var isOld = next == waiting.Length || (old < _numbers.Length && _numbers[old] <= waiting[next]);
            var (number, more) = isOld ? (_numbers[old], _times[old]) : (waiting[next], 1);
            if (isOld) old++;
            else next++;
            if (count == 0 || numbers[count - 1] != number) numbers[count++] = number;
            times[count - 1] += more;
        }
        _waitingCount = 0;
        (_numbers, _times) = (numbers[..count], times[..count]);
        if (count / ShareWaiting > _waiting.Length) _waiting = new float[count / ShareWaiting];
    }
}
