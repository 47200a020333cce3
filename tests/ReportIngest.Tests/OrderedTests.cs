using CsCheck;

namespace ReportIngest.Tests;

public sealed class OrderedTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_items_whatever_finishes_first() => Gen.Int[0, 3].Array[0, 60].Select(Gen.Int[1, 5]).Sample(
        (waits, jobs) => Assert.Equal(waits.Index(), Ordered.Map(waits.Index(), jobs, item =>
        {
            Thread.Sleep(item.Item);
            return item;
        }, CancellationToken.None)), iter: 20);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_work_throws_comes_out_as_it_was_thrown(int jobs) => Assert.Throws<FormatException>(() => Ordered.Map(
        Enumerable.Range(0, 20), jobs, item => item == 13 ? throw new FormatException() : item, CancellationToken.None).ToList());

    [Fact]
    public void After_a_stop_what_was_finished_before_still_comes()
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<int>();
        foreach (var result in Ordered.Map(Enumerable.Range(0, 1000), 2, item => item, stop.Token))
        {
            seen.Add(result);
            if (result == 4) stop.Cancel();
        }
        Assert.Equal(Enumerable.Range(0, seen.Count), seen);
        Assert.InRange(seen.Count, 5, 5 + 2 * 4);
    }
}
