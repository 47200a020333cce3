using ReportIngest.Forge;

namespace ReportIngest.Benchmarks.Accuracy;

/// <summary>The grades of many reports in one layout, added up.</summary>
internal sealed class Score
{
    public int Reports { get; private set; }

    public long Right { get; private set; }

    public long Wrong { get; private set; }

    /// <summary>Of the wrong ones, those in reports whose layout keeps every cell.</summary>
    public long WrongThoughClean { get; private set; }

    public long Silent { get; private set; }

    public long MetaRight { get; private set; }

    /// <summary>Faults injected into reports whose layout keeps every cell: one in a lost cell cannot be found.</summary>
    public int Faults { get; private set; }

    public int Found { get; private set; }

    public int Explainable { get; private set; }

    public int Explained { get; private set; }

    public int FalseAlarms { get; private set; }

    public void Add(ForgedReport forged, Layout layout, Grade grade)
    {
        Reports++;
        Right += grade.Cells - grade.Wrong.Length;
        Wrong += grade.Wrong.Length;
        Silent += grade.Wrong.Count(cell => cell.Silent);
        MetaRight += Grade.MetaFields - grade.Meta.Length;
        FalseAlarms += grade.FalseAlarms.Length;
        if (!layout.CleanFor(forged)) return;
        WrongThoughClean += grade.Wrong.Length;
        Faults += grade.Found is null ? 0 : 1;
        Found += grade.Found is true ? 1 : 0;
        Explainable += grade.Explained is null ? 0 : 1;
        Explained += grade.Explained is true ? 1 : 0;
    }

    public static Score Sum(IEnumerable<Score> scores) => scores.Aggregate(new Score(), (sum, score) => new Score
    {
        Reports = sum.Reports + score.Reports,
        Right = sum.Right + score.Right,
        Wrong = sum.Wrong + score.Wrong,
        WrongThoughClean = sum.WrongThoughClean + score.WrongThoughClean,
        Silent = sum.Silent + score.Silent,
        MetaRight = sum.MetaRight + score.MetaRight,
        Faults = sum.Faults + score.Faults,
        Found = sum.Found + score.Found,
        Explainable = sum.Explainable + score.Explainable,
        Explained = sum.Explained + score.Explained,
        FalseAlarms = sum.FalseAlarms + score.FalseAlarms,
    });
}
