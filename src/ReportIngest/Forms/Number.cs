namespace ReportIngest.Forms;

/// <summary>The numbers of sections, and of the tables that are named for them, in words.</summary>
internal static class Number
{
    private static readonly string[] English = ["one", "two", "three", "four", "five", "six"];

    public static string Zh(int section) => "一二三四五六"[section - 1].ToString();

    public static string En(int section) => English[section - 1];
}
