using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Tests.Cli;

/// <summary>The lines of the README in an output folder, run as they stand there by the programs they are for.</summary>
public sealed partial class LoadingTests(ExportTests.Exported exported) : IClassFixture<ExportTests.Exported>
{
    [Theory]
    [InlineData("Python", "csv", "python3 /usr/bin/python3", "-c", "print(len(wide), int(wide['req_new_total'].sum()), wide['division'].dropna().iloc[0])")]
    [InlineData("R", "csv", "Rscript", "-e", "cat(nrow(wide), sum(wide$req_new_total, na.rm = TRUE), na.omit(wide$division)[1])")]
    public void A_statistics_program_loads_the_wide_table(string program, string format, string commands, string option, string print)
    {
        var code = CodeOf(program, format) + "\n" + print;
        var library = program == "R" ? "library(readr)" : "import pandas";
        if (commands.Split(' ').FirstOrDefault(command => Run(command, option, library).Code == 0) is not { } command)
        {
            Assert.Skip($"{program} with the library of the README ({library}) is not there.");
            return;
        }
        Assert.Equal((0, Expected()), Run(command, option, code));
    }

    [Fact]
    public void The_sqlite3_line_gives_the_numbers()
    {
        if (Run("sqlite3", "-version").Code != 0) Assert.Skip("sqlite3 is not there.");
        var run = Run("bash", "-c", CodeOf("SQL", "sqlite3"));
        var expected = exported.Read("csv", "values").Where(row => row["indicator"] == "requests.new.total").Select(row => $"{row["organization"]}|{row["year"]}|{(row["value"] is "" ? "" : row["value"] + ".0")}");
        Assert.Equal((0, string.Join('\n', expected)), run);
    }

    [Fact]
    public void Every_column_of_every_CSV_is_a_variable_that_Stata_takes()
    {
        foreach (var file in Directory.EnumerateFiles(exported.Folder, "*.csv"))
            Assert.All(File.ReadLines(file).First().Split(','), name => Assert.Matches(StataName(), name));
    }

    /// <summary>The columns that the line for Stata reads as text, by their numbers.</summary>
    [Fact]
    public void The_Stata_line_reads_codes_as_text()
    {
        var columns = File.ReadLines(Path.Combine(exported.Folder, "wide.csv")).First().Split(',');
        var numbers = StringColumns().Match(CodeOf("Stata", "csv")).Groups["numbers"].Value.Split(' ');
        Assert.Equal(["division", "edition", "reports"], numbers.Select(number => columns[int.Parse(number, CultureInfo.InvariantCulture) - 1]));
    }

    private string Expected()
    {
        var wide = exported.Read("csv", "wide");
        var sum = wide.Sum(row => row["req_new_total"] is "" ? 0 : decimal.Parse(row["req_new_total"], CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"{wide.Count} {sum} {wide.First(row => row["division"].Length > 0)["division"]}");
    }

    /// <summary>The code of the README under a program's name that speaks of something.</summary>
    private string CodeOf(string program, string about)
    {
        var readme = File.ReadAllText(Path.Combine(exported.Folder, "README.md"));
        return Blocks().Matches(readme).First(block => block.Groups["program"].Value == program && block.Groups["code"].Value.Contains(about, StringComparison.Ordinal)).Groups["code"].Value;
    }

    private (int Code, string Out) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = exported.Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return (process.ExitCode, process.ExitCode == 0 ? output : output + errors.Result);
        }
        catch (Win32Exception)
        {
            return (-1, "");
        }
    }

    [GeneratedRegex("^(?<program>[A-Za-z]+)\n\n```[a-z]*\n(?<code>.*?)\n```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"stringcols\((?<numbers>[0-9 ]+)\)")]
    private static partial Regex StringColumns();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,31}$")]
    private static partial Regex StataName();
}
