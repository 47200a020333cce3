using CsCheck;
using ReportIngest.Corpus;

namespace ReportIngest.Tests.Corpus;

public sealed class CompactListsTests
{
    [Fact]
    public void A_chunked_list_holds_what_was_added_and_nothing_behind_it()
    {
        var list = new ChunkedList<int>();
        for (var i = 0; i < 10_000; i++) list.Add(i);
        list[9_999]++;
        Assert.Equal([.. Enumerable.Range(0, 9_999), 10_000], list);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[10_000]);
    }

    [Fact]
    public void A_shingle_set_is_a_set() => Gen.Int[-40, 40].Select(number => number * 0x1234567).Array[0, 60].Sample(shingles =>
    {
        var set = new ShingleSet(shingles.Length);
        foreach (var shingle in shingles) set.Add(shingle);
        Assert.Equal(shingles.Distinct().Order(), set.Order());
        Assert.Equal(shingles.Distinct().Count(), set.Count);
        Assert.All(Enumerable.Range(-40, 81), number => Assert.Equal(shingles.Contains(number * 0x1234567), set.Contains(number * 0x1234567)));
    }, iter: 200);

    [Fact]
    public void Counted_numbers_have_the_medians_of_the_numbers_one_by_one() => Gen.Frequency((3, Gen.Int[0, 9]), (1, Gen.Int[-5, 100_000])).Array[1, 400].Sample(numbers =>
    {
        var counted = new CountedNumbers();
        foreach (var number in numbers) counted.Add(number);
        Assert.Equal(numbers.CountBy(number => (double)number).OrderBy(one => one.Key).Select(one => (one.Key, one.Value)), counted.InOrder());

        var usual = Usual.Of(counted.InOrder());
        var sorted = numbers.Order().ToArray();
        Assert.Equal(numbers.Length, usual.Count);
        Assert.Equal((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0, usual.Median);
        Assert.Equal(Usual.Of([.. sorted.Select(number => ((double)number, 1))]), usual);
    }, iter: 200);
}
