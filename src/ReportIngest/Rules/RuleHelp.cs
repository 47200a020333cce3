namespace ReportIngest.Rules;

/// <summary>The part of a rule's page that explains it to a reader of findings: what holds, why it matters, its basis, false alarms.</summary>
public static class RuleHelp
{
    /// <summary>Markdown in both languages, from the first heading to the examples, which are for the tests.</summary>
    public static string Of(string id)
    {
        var page = RuleCatalog.Page(id) ?? throw new ArgumentException($"There is no rule {id}.", nameof(id));
        var from = page.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        return page[from..page.IndexOf("\n## 成立的例子", StringComparison.Ordinal)].Trim();
    }
}
