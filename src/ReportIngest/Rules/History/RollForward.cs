using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.History;

/// <summary>A number of a sum over two years: whose report, and whether it is added or taken away.</summary>
internal readonly record struct Term(string Code, bool LastYear, int Sign = 1);

/// <summary>Judges a cell that follows from the last year's report.</summary>
internal static class RollForward
{
    public static Observation Judge(RuleInfo rule, UnitHistory history, string code, params ImmutableArray<Term> terms)
    {
        var report = history.Report;
        if (history.LastYear.First is not { } last) return Observation.CannotTell; // of another edition too: a code means the same in both
        var numbers = terms.Select(term => term.LastYear ? history.LastYear.Number(term.Code) : report.Number(term.Code)).ToList();
        if (report.Number(code) is not { } actual || numbers.Contains(null)) return Observation.CannotTell;

        // A stock that is left blank is not said to be none (as RI206 has it); the row it stands in has RI204.
        if (terms.Length > 1 && !(Stated(report, code) && Stated(last, terms[0].Code))) return Observation.CannotTell;
        var expected = numbers.Zip(terms, (number, term) => number!.Value * term.Sign).Sum();
        if (actual != expected) return history.CanBeCompared ? Observation.Fails(Broken(rule, history, code, terms, expected)) : Observation.CannotTell;
        var stated = Stated(report, code) && terms.All(term => Stated(term.LastYear ? last : report, term.Code));
        return stated ? Observation.Holds : Observation.CannotTell;
    }

    /// <summary>A number stands there; a blank that counts as 0 confirms nothing.</summary>
    private static bool Stated(Dossier report, string code) => report[code]?.Value.State == CellState.Reported;

    private static Finding Broken(RuleInfo rule, UnitHistory history, string code, ImmutableArray<Term> terms, decimal expected)
    {
        var (report, last) = (history.Report.Record, history.LastYear.First!.Record);
        var field = report[code]!;
        var (cell, content) = (Words.Cell(field.Indicator), Words.Printed(field));
        var sum = expected < 0 ? TooMuchTakenAway(report, last, terms) : Sum(report, last, terms, expected, field.Counted!.Value);
        var file = WhereItStands(last, terms);
        var own = terms.Where(term => !term.LastYear).Select(term => report[term.Code]!.Indicator);
        var message = new Message(
            $"{cell.Zh}填的是 {content.Zh}，而 {sum.Zh}。上年报告：{file.Zh}。请核对两年的数字；机构有合并拆分的，请在报告中说明。",
            $"{cell.En} says {content.En}, but {sum.En}. Last year's report: {file.En}. Check both years; where the unit was reorganised, say so in the report.");
        return CorpusFindings.Of(rule, history, message, [field.Indicator, .. own]) with { Expected = expected < 0 ? null : expected, Actual = field.Counted };
    }

    /// <summary>Last year's file, and the place of its number in it: the finding's own places are this year's.</summary>
    private static Message WhereItStands(ReportRecord last, ImmutableArray<Term> terms)
    {
        var path = last.Source.Path;
        return last[terms.First(term => term.LastYear).Code]!.At is { } at && Names.Place(at) is var place ? new($"{path}，{place.Zh}", $"{path}, {place.En}") : new(path, path);
    }

    private static Message Sum(ReportRecord report, ReportRecord last, ImmutableArray<Term> terms, decimal expected, decimal actual)
    {
        var difference = Words.Number(Math.Abs(actual - expected));
        if (terms is [var term])
        {
            var (from, field) = Source(report, last, term);
            var (cell, content) = (Words.Cell(field.Indicator), Words.Printed(field));
            return new($"{from.Year} 年{cell.Zh}是 {content.Zh}，相差 {difference}", $"{cell.En} of {from.Year} says {content.En}; the difference is {difference}");
        }
        var parts = terms.Select((one, index) =>
        {
            var sign = index == 0 ? "" : one.Sign > 0 ? " + " : " − ";
            var part = Part(report, last, one);
            return new Message(sign + part.Zh, sign + part.En);
        }).ToList();
        var result = $" = {Words.Number(expected)}";
        return new(string.Concat(parts.Select(part => part.Zh)) + result + $"，相差 {difference}", string.Concat(parts.Select(part => part.En)) + result + $"; the difference is {difference}");
    }

    /// <summary>No stock is less than nothing: there the sum says that one of its own terms is wrong, and no number to expect.</summary>
    private static Message TooMuchTakenAway(ReportRecord report, ReportRecord last, ImmutableArray<Term> terms)
    {
        var (less, more) = (Parts(term => IsTakenAway(term)), Parts(term => !IsTakenAway(term)));
        return new(
            $"{string.Join(" 加 ", less.Select(part => part.Zh))} 多于 {string.Join(" 加 ", more.Select(part => part.Zh))}",
            $"{string.Join(" and ", less.Select(part => part.En))} is more than {string.Join(" and ", more.Select(part => part.En))}");

        bool IsTakenAway(Term term) => Source(report, last, term).Field.Counted * term.Sign < 0;

        List<Message> Parts(Func<Term, bool> belongs) => [.. terms.Where(belongs).Select(term => Part(report, last, term))];
    }

    private static (ReportRecord From, Field Field) Source(ReportRecord report, ReportRecord last, Term term)
    {
        var from = term.LastYear ? last : report;
        return (from, from[term.Code]!);
    }

    private static Message Part(ReportRecord report, ReportRecord last, Term term)
    {
        var (from, field) = Source(report, last, term);
        var (cell, content) = (Words.Cell(field.Indicator), Words.Content(field));
        return new($"{from.Year} 年{cell.Zh} {content.Zh}", $"{cell.En} of {from.Year} {content.En}");
    }
}
