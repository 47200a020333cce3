namespace ReportIngest;

/// <summary>One sentence in the two languages the program speaks.</summary>
public sealed record Message(string Zh, string En)
{
    /// <summary>The sentence in <paramref name="language"/>: <c>en</c>, or Chinese for anything else.</summary>
    public string In(string language) => language == "en" ? En : Zh;

    public override string ToString() => $"{Zh} / {En}";
}
