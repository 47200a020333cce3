using ReportIngest.Cli.Isolation;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Cli.Isolation;

/// <summary>The runtime's last words as it writes them: no file is known any more that fills the stack.</summary>
public sealed class DeathsTests
{
    [Theory]
    [InlineData("Stack overflow.", 134, "The file nests without end or refers to itself in a circle", true)]
    [InlineData("Out of memory.", 134, "Reading takes more memory than the limit of 1024 MB", true)]
    [InlineData("", FileThread.OutOfMemory, "Reading takes more memory than the limit of 1024 MB", true)]
    [InlineData("", 137, "The worker process that read this file was ended unexpectedly (code 137)", false)]
    public void How_a_worker_ended_says_whether_the_file_is_to_blame(string lastWords, int code, string sentence, bool isOfTheFile)
    {
        Assert.StartsWith(sentence, Deaths.Of(lastWords, code, Limits.Default).Sentence.En, StringComparison.Ordinal);
        Assert.Equal(isOfTheFile, Deaths.AreOfTheFile(lastWords, code));
    }
}
