using System.Collections.Immutable;

namespace ReportIngest.Reports;

/// <summary>Tells the headings of a report from what looks like them: tables of contents, menus, lists inside a section.</summary>
internal static class HeadingChain
{
    /// <summary>At most one heading a section, in the order of the document.</summary>
    public static ImmutableArray<SectionHeading> Of(IReadOnlyList<SectionHeading> candidates, int lines)
    {
        var chain = Heaviest(candidates, lines);
        return [.. chain.Concat(Displaced(candidates, chain)).OrderBy(heading => heading.First)];
    }

    /// <summary>
    /// The chain of headings, in the form's order, that weighs most. A heading with something under it outweighs any without: those are a table of
    /// contents or a menu. Of equals the later counts, since both stand before the text they list;
    /// but one with another number behind one with the section's own (二、其他需要报告的事项：无。 in section six) is an item of that section.
    /// </summary>
    private static ImmutableArray<SectionHeading> Heaviest(IReadOnlyList<SectionHeading> candidates, int lines)
    {
        var best = new Link?[FormSections.All.Length + 1];
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var next = i + 1 < candidates.Count ? candidates[i + 1].First : lines;
            var empty = candidate.Rest.Length == 0 && candidate.First + candidate.Lines >= next;
            var before = best[..candidate.Section.Number].MaxBy(link => link?.Weight ?? 0);
            var weight = (before?.Weight ?? 0) + (int)candidate.Fit + (empty ? 0 : (int)HeadingFit.Exact);
            var rival = best[candidate.Section.Number];
            if (weight > (rival?.Weight ?? 0) || (weight == rival?.Weight && (candidate.HasOwnNumber || !rival.Heading.HasOwnNumber))) best[candidate.Section.Number] = new Link(candidate, before, weight);
        }

        return [.. Unroll(best.MaxBy(link => link?.Weight ?? 0)).Reverse()];
    }

    /// <summary>
    /// Headings of the sections that the chain lacks, since they stand in another order than the form's. Those must be as plain as the chain's own, and no item
    /// of a list, which begins anew with 一; above the chain they must not stand among entries that list its sections.
    /// </summary>
    private static IEnumerable<SectionHeading> Displaced(IReadOnlyList<SectionHeading> candidates, ImmutableArray<SectionHeading> chain)
    {
        if (chain.IsEmpty) return [];
        var fit = chain.Any(heading => heading.Fit == HeadingFit.Exact) ? HeadingFit.Exact : HeadingFit.Unnumbered;
        var sections = chain.Select(heading => heading.Section.Number).ToHashSet();
        var numbers = chain.Select(heading => heading.Number).Where(number => number.Length > 0).ToHashSet(StringComparer.Ordinal);
        var listed = candidates.Any(candidate => candidate.First < chain[0].First && sections.Contains(candidate.Section.Number));
        return candidates
            .Where(candidate => !sections.Contains(candidate.Section.Number) && candidate.Fit == fit
                && (!numbers.Contains(candidate.Number) || candidate.HasFormsTitle)
                && (candidate.First > chain[0].First || !listed))
            .GroupBy(candidate => candidate.Section.Number)
            .Select(same => same.Last());
    }

    private sealed record Link(SectionHeading Heading, Link? Before, int Weight);

    private static IEnumerable<SectionHeading> Unroll(Link? link)
    {
        for (; link is not null; link = link.Before) yield return link.Heading;
    }
}
