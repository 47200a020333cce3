namespace ReportIngest.Reports;

/// <summary>How many identities of a report hold, fail, or cannot be assessed; together they are all identities of its tables.</summary>
public readonly record struct Checks(int Passed, int Failed, int NotAssessable)
{
    public static Checks Of(Report report)
    {
        int passed = 0, failed = 0, notAssessable = 0;
        foreach (var (_, balance) in report.Balances)
        {
            if (balance.Holds) passed++;
            else if (balance.Fails) failed++;
            else notAssessable++;
        }
        return new Checks(passed, failed, notAssessable);
    }

    public static Checks operator +(Checks left, Checks right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.NotAssessable + right.NotAssessable);
}
