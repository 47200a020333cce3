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
    public void An_answer_that_was_sent_is_the_same_when_it_is_sent_again()
    {
        using var first = new MemoryStream();
        Wire.Write(first, new Answer(3, Faulty));
        first.Position = 0;
        var answer = Wire.ReadAnswer(first)!;
        using var second = new MemoryStream();
        Wire.Write(second, answer);
        Assert.Equal(first.ToArray(), second.ToArray());
        var read = answer.Outcome;
        Assert.Equal(3, answer.Seat);
        Assert.Contains(read.Findings, finding => finding.Suggestion is not null && finding.At.Any(at => at.Box is not null));
        Assert.Equal("图/a\nb.pdf", read.Report!.Record().Source.Path);
    }

    [Fact]
    public void Of_a_file_without_a_report_the_error_and_whose_it_is_arrive()
    {
        using var stream = new MemoryStream();
        var outcome = FileOutcome.Unreadable("a.pdf", new UnreadableException(UnreadableReason.Damaged, new Message("坏", "bad"))) with { Bug = "somewhere", MayPass = true };
        Wire.Write(stream, new Answer(1, outcome));
        stream.Position = 0;
        var read = Wire.ReadAnswer(stream)!.Outcome;
        Assert.Equal((outcome.Bug, outcome.MayPass), (read.Bug, read.MayPass));
        Assert.Equal(outcome.Findings.Single().Message, read.Findings.Single().Message);
    }

    [Fact]
    public void Half_a_character_that_a_file_holds_does_not_cost_the_file()
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, new Answer(1, FileOutcome.Unreadable("a.pdf", new UnreadableException(UnreadableReason.Damaged, new Message("坏\ud840", "bad")))));
        stream.Position = 0;
        Assert.Equal("坏\ufffd", Wire.ReadAnswer(stream)!.Outcome.Findings.Single().Message.Zh);
    }

    [Fact]
    public void Limits_arrive_as_they_were_sent()
    {
        var limits = Limits.Default with { InputBytes = 5L << 30, Seconds = 7, MemoryBytes = 3L << 30, Cells = 11 };
        using var stream = new MemoryStream();
        Wire.Write(stream, limits);
        stream.Position = 0;
        Assert.Equal(limits, Wire.ReadLimits(Frames.Read(stream)!));
    }

    [Fact]
    public void A_seat_that_no_worker_has_is_noise()
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, new Request(WorkerProcess.Seats, "a.pdf", []));
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => Wire.ReadRequest(stream));
    }

    [Fact]
    public void A_file_arrives_with_its_seat_and_name()
    {
        using var stream = new MemoryStream();
        Wire.Write(stream, new Request(2, "图/a\nb.pdf", [1, 2, 3]));
        Wire.Write(stream, new Request(3, "", []));
        stream.Position = 0;
        var (first, second) = (Wire.ReadRequest(stream)!, Wire.ReadRequest(stream)!);
        Assert.Equal((2, "图/a\nb.pdf", 3, ""), (first.Seat, first.Path, second.Seat, second.Path));
        Assert.Equal([1, 2, 3], first.Bytes);
        Assert.Empty(second.Bytes);
        Assert.Null(Wire.ReadRequest(stream));
    }

    [Fact]
    public void An_answer_cut_anywhere_is_none()
    {
        using var whole = new MemoryStream();
        Wire.Write(whole, new Answer(1, Faulty));
        for (var length = 0; length < whole.Length; length += 997) Assert.Null(Wire.ReadAnswer(new MemoryStream(whole.ToArray(), 0, length)));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 })] // one more than an outcome of nothing
    [InlineData(new byte[] { 0, 0xff, 0xff, 0xff, 0x7f })] // two thousand million findings
    [InlineData(new byte[] { 0, 1, 0, 0, 0, 5, (byte)'R', (byte)'I', (byte)'9', (byte)'9', (byte)'9' })] // no such rule
    public void Noise_in_place_of_an_answer_is_said_to_be_noise(byte[] noise)
    {
        using var stream = new MemoryStream();
        Frames.Write(stream, [1, .. noise]); // after the seat
        Frames.Write(stream, []);
        stream.Position = 0;
        Assert.Throws<InvalidDataException>(() => Wire.ReadAnswer(stream));
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
        Assert.Throws<EndOfStreamException>(() => Frames.Read(new MemoryStream([0, 0, 0, 0x30])));
    }
}
