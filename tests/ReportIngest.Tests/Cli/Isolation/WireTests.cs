using System.Text.Json;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Forge;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Cli.Isolation;

public sealed class WireTests
{
    /// <summary>A forged report with a fault has findings with cells, places and a suggestion.</summary>
    private static FileOutcome Faulty { get; } = FileOutcome.Of(
        Layouts.Find(Documents.FileKind.Pdf, "lines-plain").Write(Forger.Forge(4, new Order("2021", Zeros.Digit, FaultKind.ResultCellWrong))), "图/a\nb.pdf", Limits.Default);

    [Fact]
    public void An_outcome_that_was_sent_is_the_same_when_it_is_sent_again()
    {
        using var first = new MemoryStream();
        Wire.Write(first, Faulty);
        first.Position = 0;
        var read = Wire.ReadOutcome(first)!;
        using var second = new MemoryStream();
        Wire.Write(second, read);
        Assert.Equal(first.ToArray(), second.ToArray());
        Assert.Contains(read.Findings, finding => finding.Suggestion is not null && finding.At.Any(at => at.Box is not null));
        Assert.Equal("图/a\nb.pdf", read.Report!.Record().Source.Path);
    }

    [Fact]
    public void Limits_arrive_as_they_were_sent()
    {
        var limits = Limits.Default with { Seconds = 7, MemoryBytes = 3L << 30, Cells = 11 };
        using var stream = new MemoryStream();
        Wire.Write(stream, limits);
        stream.Position = 0;
        Assert.Equal(limits, Wire.ReadLimits(Frames.Read(stream)));
    }

    [Fact]
    public void An_outcome_cut_anywhere_is_none()
    {
        using var whole = new MemoryStream();
        Wire.Write(whole, Faulty);
        for (var length = 0; length < whole.Length; length += 997) Assert.Null(Wire.ReadOutcome(new MemoryStream(whole.ToArray(), 0, length)));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[1")]
    [InlineData("""{"Report":null,"Findings":[{"Rule":"RI999"}],"Tallies":[],"Bug":null}""")]
    public void Noise_in_place_of_an_outcome_is_said_to_be_noise(string json)
    {
        using var stream = new MemoryStream();
        Frames.Write(stream, System.Text.Encoding.UTF8.GetBytes(json));
        Frames.Write(stream, []);
        stream.Position = 0;
        Assert.Throws<JsonException>(() => Wire.ReadOutcome(stream));
    }

    [Fact]
    public void A_frame_of_several_megabytes_arrives_whole()
    {
        var sent = new byte[5_000_001];
        new Random(1).NextBytes(sent);
        using var stream = new MemoryStream();
        Frames.Write(stream, sent);
        Frames.Write(stream, "next"u8);
        stream.Position = 0;
        Assert.Equal(sent, Frames.Read(stream));
        Assert.Equal("next"u8.ToArray(), Frames.Read(stream));
    }

    [Fact]
    public void A_length_that_is_noise_makes_no_buffer()
    {
        Assert.Throws<InvalidDataException>(() => Frames.Read(new MemoryStream([0xff, 0xff, 0xff, 0xff])));
        Assert.Throws<InvalidDataException>(() => Frames.Read(new MemoryStream([0xff, 0xff, 0xff, 0x7f])));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<EndOfStreamException>(() => Frames.Read(new MemoryStream([0, 0, 0, 0x30])));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }
}
