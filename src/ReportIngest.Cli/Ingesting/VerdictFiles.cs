using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What people and earlier runs say of the findings.</summary>
/// <param name="BaselinePath">An earlier <c>findings.jsonl</c>, or null.</param>
/// <param name="SuppressPath">A file of accepted findings, or null.</param>
internal sealed record VerdictFiles(string? BaselinePath, string? SuppressPath)
{
    /// <exception cref="UsageException">The file is not there or no <c>findings.jsonl</c>.</exception>
    public Baseline? Baseline()
    {
        if (BaselinePath is null) return null;
        try
        {
            using var file = SmallFile.Open(BaselinePath);
            return new Baseline(file);
        }
        catch (OutputFormatException wrong)
        {
            throw new UsageException(
                $"“{BaselinePath}”不是本程序输出的 findings.jsonl（{wrong.What.Zh}）：--baseline 应指向以前输出的 findings.jsonl。",
                $"“{BaselinePath}” is no findings.jsonl of this program ({wrong.What.En}): --baseline names that of an earlier output.");
        }
    }

    /// <exception cref="UsageException">The file is not there, or a line of it is no entry.</exception>
    public Suppressions Suppressions(DateOnly asOf)
    {
        if (SuppressPath is null) return Rules.Suppressions.None;
        try
        {
            return Rules.Suppressions.Read(SmallFile.Read(SuppressPath), asOf);
        }
        catch (SuppressionException wrong)
        {
            throw new UsageException(wrong.Sentence);
        }
    }
}
