using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Documents;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Isolation;

/// <summary>An outcome field by field, in the order of its records; a rule goes by its id, since both ends have the catalogue.</summary>
internal static class OutcomeFields
{
    private static readonly Dictionary<string, RuleInfo> RulesById = RuleCatalog.All.ToDictionary(rule => rule.Id);

    /// <summary>All but the report's line, which is long and needs no look.</summary>
    public static void WriteOutcome(this BinaryWriter writer, FileOutcome outcome)
    {
        writer.WriteIf(outcome.Report, WriteReport);
        writer.WriteAll(outcome.Findings, WriteFinding);
        writer.WriteAll(outcome.Tallies, WriteTally);
        writer.WriteText(outcome.Bug);
        writer.Write(outcome.MayPass);
    }

    public static FileOutcome ReadOutcome(this BinaryReader reader, ReadOnlyMemory<byte> line) => new(
        reader.ReadBoolean() ? reader.ReadReport(line) : null, reader.ReadAll(ReadFinding), reader.ReadAll(ReadTally), reader.ReadText())
    {
        MayPass = reader.ReadBoolean(),
    };

    private static void WriteReport(BinaryWriter writer, FinishedReport report)
    {
        WriteSubject(writer, report.Subject);
        writer.WriteWhole((int?)report.Level);
        writer.WriteWhole(report.Published?.DayNumber);
        writer.Write((int)report.Format);
        writer.Write(report.Edition);
        writer.Write(report.Checks.Passed);
        writer.Write(report.Checks.Failed);
        writer.Write(report.Checks.NotAssessable);
        writer.Write(report.Cells.Expected);
        writer.Write(report.Cells.Found);
    }

    private static FinishedReport ReadReport(this BinaryReader reader, ReadOnlyMemory<byte> line) => new(
        reader.ReadSubject(),
        (Level?)reader.ReadWhole(),
        reader.ReadWhole() is { } day ? DateOnly.FromDayNumber(day) : null,
        (FileKind)reader.ReadInt32(),
        reader.ReadString(),
        new Checks(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32()),
        new Completeness(reader.ReadInt32(), reader.ReadInt32()),
        line);

    private static void WriteFinding(BinaryWriter writer, Finding finding)
    {
        writer.Write(finding.Rule.Id);
        WriteSubject(writer, finding.Subject);
        WriteMessage(writer, finding.Message);
        writer.WriteAll(finding.Indicators, (writer, code) => writer.Write(code));
        writer.WriteAll(finding.At, WriteLocation);
        writer.WriteAmount(finding.Expected);
        writer.WriteAmount(finding.Actual);
        writer.WriteIf(finding.Suggestion, WriteSuggestion);
        writer.WriteText(finding.Part);
    }

    private static Finding ReadFinding(BinaryReader reader) => new(
        reader.ReadRule(),
        reader.ReadSubject(),
        reader.ReadMessage(),
        reader.ReadAll(reader => reader.ReadString()),
        reader.ReadAll(ReadLocation),
        reader.ReadAmount(),
        reader.ReadAmount(),
        reader.ReadBoolean() ? new Suggestion(reader.ReadString(), reader.ReadDecimal(), reader.ReadMessage()) : null,
        reader.ReadText());

    private static void WriteSuggestion(BinaryWriter writer, Suggestion suggestion)
    {
        writer.Write(suggestion.Indicator);
        writer.Write(suggestion.Value);
        WriteMessage(writer, suggestion.Reason);
    }

    private static void WriteTally(BinaryWriter writer, Tally tally)
    {
        writer.Write(tally.Rule.Id);
        writer.Write(tally.Holds);
        writer.Write(tally.Fails);
        writer.Write(tally.CannotTell);
    }

    private static Tally ReadTally(BinaryReader reader) => new(reader.ReadRule(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

    private static RuleInfo ReadRule(this BinaryReader reader) =>
        RulesById.TryGetValue(reader.ReadString(), out var rule) ? rule : throw new InvalidDataException("There is no such rule");

    private static void WriteSubject(BinaryWriter writer, Subject subject)
    {
        writer.WriteText(subject.Report);
        writer.WriteText(subject.Path);
        writer.WriteText(subject.Division);
        writer.WriteText(subject.Organization);
        writer.WriteWhole(subject.Year);
    }

    private static Subject ReadSubject(this BinaryReader reader) => new(reader.ReadText(), reader.ReadText(), reader.ReadText(), reader.ReadText(), reader.ReadWhole());

    private static void WriteMessage(BinaryWriter writer, Message message)
    {
        writer.Write(message.Zh);
        writer.Write(message.En);
    }

    private static Message ReadMessage(this BinaryReader reader) => new(reader.ReadString(), reader.ReadString());

    private static void WriteLocation(BinaryWriter writer, Location location)
    {
        writer.Write(location.Table);
        writer.Write(location.Row);
        writer.Write(location.Column);
        writer.WriteWhole(location.Page);
        writer.Write(location.Box is not null);
        if (location.Box is not { } box) return;
        writer.Write(box.Left);
        writer.Write(box.Top);
        writer.Write(box.Right);
        writer.Write(box.Bottom);
    }

    private static Location ReadLocation(BinaryReader reader) => new(
        reader.ReadInt32(),
        reader.ReadInt32(),
        reader.ReadInt32(),
        reader.ReadWhole(),
        reader.ReadBoolean() ? new Box(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()) : null);

    private static void WriteIf<T>(this BinaryWriter writer, T? part, Action<BinaryWriter, T> write) where T : class
    {
        writer.Write(part is not null);
        if (part is not null) write(writer, part);
    }

    private static void WriteAll<T>(this BinaryWriter writer, ImmutableArray<T> parts, Action<BinaryWriter, T> write) where T : class
    {
        writer.Write(parts.Length);
        foreach (var part in parts) write(writer, part);
    }

    /// <summary>A number that is noise ends at the end of the frame; no buffer is made for it.</summary>
    private static ImmutableArray<T> ReadAll<T>(this BinaryReader reader, Func<BinaryReader, T> read) where T : class
    {
        var parts = new List<T>();
        for (var left = reader.ReadInt32(); left > 0; left--) parts.Add(read(reader));
        return [.. parts];
    }

    private static void WriteText(this BinaryWriter writer, string? text) => writer.WriteIf(text, (writer, text) => writer.Write(text));

    private static string? ReadText(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteWhole(this BinaryWriter writer, int? number)
    {
        writer.Write(number.HasValue);
        if (number is { } whole) writer.Write(whole);
    }

    private static int? ReadWhole(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadInt32() : null;

    private static void WriteAmount(this BinaryWriter writer, decimal? number)
    {
        writer.Write(number.HasValue);
        if (number is { } amount) writer.Write(amount);
    }

    private static decimal? ReadAmount(this BinaryReader reader) => reader.ReadBoolean() ? reader.ReadDecimal() : null;
}
