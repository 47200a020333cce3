namespace ReportIngest.Cli.Refreshing;

/// <summary>What people call the kinds of change.</summary>
internal static class RefreshWords
{
    /// <param name="kind">As the store spells it.</param>
    public static Message Of(string kind) => Of(EnumSpelling<ChangeKind>.Parse(kind));

    public static Message Of(ChangeKind kind) => kind switch
    {
        ChangeKind.New => new("新增", "new"),
        ChangeKind.Bytes => new("文件改动、数值未变", "other bytes, same values"),
        ChangeKind.Values => new("数值改动", "values changed"),
        ChangeKind.Moved => new("地址变更", "moved"),
        ChangeKind.Withdrawn => new("撤下", "withdrawn"),
        ChangeKind.Returned => new("重新出现", "returned"),
        ChangeKind.Lost => new("以前可读、现在不可读", "readable before, not now"),
        ChangeKind.Recovered => new("以前不可读、现在可读", "readable now, not before"),
        _ => new("重新识别后不同", "read differently"),
    };
}
