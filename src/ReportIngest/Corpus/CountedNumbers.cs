using System.Collections.Immutable;

namespace ReportIngest.Corpus;

/// <summary>Numbers in order, each with how often it came: most cells of a corpus hold one of a few hundred numbers.</summary>
internal sealed class CountedNumbers
{
    private const int LeastWaiting = 64;

    private readonly List<float> _waiting = [];
    private float[] _numbers = [];
    private int[] _times = [];

    /// <param name="number">Seven digits are enough for a median.</param>
    public void Add(float number)
    {
        _waiting.Add(number + 0f); // −0 is 0
        // Put in order in lots that grow with what there is: nothing is moved more than a few times.
        if (_waiting.Count >= Math.Max(LeastWaiting, _numbers.Length / 2)) Merge();
    }

    public ImmutableArray<(double Number, int Times)> InOrder()
    {
        Merge();
        return [.. _numbers.Zip(_times, (number, times) => ((double)number, times))];
    }

    private void Merge()
    {
        _waiting.Sort();
        var (numbers, times) = (new float[_numbers.Length + _waiting.Count], new int[_numbers.Length + _waiting.Count]);
        var (count, old, next) = (0, 0, 0);
        while (old < _numbers.Length || next < _waiting.Count)
        {
            var isOld = next == _waiting.Count || (old < _numbers.Length && _numbers[old] <= _waiting[next]);
            var (number, more) = isOld ? (_numbers[old], _times[old]) : (_waiting[next], 1);
            if (isOld) old++;
            else next++;
            if (count == 0 || numbers[count - 1] != number) numbers[count++] = number;
            times[count - 1] += more;
        }
        _waiting.Clear();
        (_numbers, _times) = (numbers[..count], times[..count]);
    }
}
