namespace ReportIngest.Cli;

/// <summary>The language a run speaks: <c>--lang</c>, else the locale, else Chinese.</summary>
internal static class Languages
{
    /// <summary>Looked up before parsing, because the help of the options is in that language.</summary>
    public static string Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] == "--lang" && i + 1 < args.Count) return Known(args[i + 1]);
            if (args[i].StartsWith("--lang=", StringComparison.Ordinal)) return Known(args[i]["--lang=".Length..]);
        }
        string[] variables = ["LC_ALL", "LC_MESSAGES", "LANG"]; // POSIX: the first that is set decides
        return Known(variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "");
    }

    private static string Known(string locale) => locale.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en" : "zh";
}
