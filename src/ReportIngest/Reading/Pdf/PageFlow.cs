using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>Pages → blocks in reading order, and what could not be read of their tables.</summary>
internal static class PageFlow
{
    public static (ImmutableArray<Block> Blocks, ImmutableArray<ReadingNote> Notes) Read(ImmutableArray<PageInk> pages, Limits limits)
    {
        var ruled = ImmutableArray.CreateBuilder<TableInk>();
        var loose = new List<LoosePage>();
        foreach (var page in pages)
        {
            var (tables, letters) = Ruled(page, limits);
            ruled.AddRange(tables);
            loose.Add(new LoosePage(page, letters, [.. tables.Select(table => table.Place.Box!.Value)]));
        }
        var unruled = UnruledTables.Find(loose);
        var text = Furniture.Remove(Rest(loose, unruled.Letters), pages);
        ImmutableArray<TableInk> joined = [.. SplitTables.Join(ruled.ToImmutable(), text), .. unruled.Tables];
        var released = joined.Where(table => !IsTable(table)).ToList();
        text = [.. text, .. released.SelectMany(table => table.Cells).SelectMany(cell => cell.Lines.Select(line => new PageLine(cell.Place.Page!.Value, line)))];
        var read = joined.Except(released).Select(table => Holes.Find(table, pages)).ToList();
        return Turning.Back(Order([.. read.Select(one => one.Table)], text, pages), [.. read.SelectMany(one => one.Notes), .. CutPages.Notes(text, pages)], pages);
    }

    /// <summary>The lines of the letters that belong to no table.</summary>
    private static ImmutableArray<PageLine> Rest(List<LoosePage> pages, HashSet<Glyph> ofTables)
    {
        var lines = ImmutableArray.CreateBuilder<PageLine>();
        var rest = new List<Glyph>();
        foreach (var page in pages)
        {
            rest.Clear();
            foreach (var glyph in page.Glyphs)
                if (!ofTables.Contains(glyph))
                    rest.Add(glyph);
            foreach (var line in Lines.Of(CollectionsMarshal.AsSpan(rest)))
                lines.Add(new PageLine(page.Page.Number, line));
        }
        return lines.DrainToImmutable();
    }

    /// <summary>The ruled tables of a page and the letters outside them.</summary>
    private static (ImmutableArray<TableInk> Tables, ImmutableArray<Glyph> Letters) Ruled(PageInk page, Limits limits)
    {
        var lattices = RuledTables.Find(Rulings.Of(page.Bars), page.Glyphs, limits.Cells).RemoveAll(lattice => IsFrame(lattice, page));
        if (lattices.IsEmpty)
            return ([], page.Glyphs);
        var letters = lattices.Select(_ => new List<Glyph>()).ToList();
        var loose = ImmutableArray.CreateBuilder<Glyph>();
        foreach (var glyph in page.Glyphs)
        {
            if (Owner(lattices, glyph) is >= 0 and var owner)
                letters[owner].Add(glyph);
            else
                loose.Add(glyph);
        }
        return ([.. lattices.Select((lattice, i) => TableInk.Of(lattice, letters[i], page.Number))], loose.DrainToImmutable());
    }

    /// <summary>One column taller than a quarter of the page is a frame around text; the cut-off row of a table is lower.</summary>
    private static bool IsFrame(Lattice lattice, PageInk page) => lattice.Columns == 1 && lattice.Box.Height > page.Height / 4;

    /// <summary>The innermost table that holds a letter, or −1.</summary>
    private static int Owner(ImmutableArray<Lattice> lattices, Glyph glyph)
    {
        var owner = -1;
        for (var i = 0; i < lattices.Length; i++)
            if (lattices[i].At(glyph.X, glyph.Y) >= 0 && (owner < 0 || lattices[i].Box.Width * lattices[i].Box.Height < lattices[owner].Box.Width * lattices[owner].Box.Height))
                owner = i;
        return owner;
    }

    /// <summary>A box around text, or several below one another, is no table.</summary>
    private static bool IsTable(TableInk table) => table.Columns > 1;

    private static ImmutableArray<Block> Order(ImmutableArray<TableInk> tables, ImmutableArray<PageLine> text, ImmutableArray<PageInk> pages)
    {
        var setting = Setting.Of(text);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var stretch = new List<PageLine>();
        foreach (var (page, box, _, table, line) in InOrder(tables, text, pages))
        {
            if (line is not null)
            {
                stretch.Add(line);
                continue;
            }
            blocks.AddRange(ToBlocks(stretch, setting));
            stretch.Clear();
            blocks.Add(table is null ? new Picture(new Place(page, box)) : table.ToTable());
        }
        blocks.AddRange(ToBlocks(stretch, setting));
        return blocks.ToImmutable();
    }

    /// <summary>A table, a line or, where it is neither, a picture; the index keeps those at one place in the order of their kinds.</summary>
    private readonly record struct Item(int Page, Box Box, int Index, TableInk? Table, PageLine? Line);

    private static List<Item> InOrder(ImmutableArray<TableInk> tables, ImmutableArray<PageLine> text, ImmutableArray<PageInk> pages)
    {
        var items = new List<Item>(tables.Length + text.Length);
        foreach (var table in tables)
            items.Add(new Item(table.Place.Page!.Value, table.Place.Box!.Value, items.Count, table, null));
        foreach (var line in text)
            items.Add(new Item(line.Page, line.Line.Box, items.Count, null, line));
        foreach (var page in pages)
            foreach (var picture in page.Pictures)
                items.Add(new Item(page.Number, picture, items.Count, null, null));
        items.Sort((a, b) =>
        {
            var order = a.Page.CompareTo(b.Page);
            order = order != 0 ? order : a.Box.Top.CompareTo(b.Box.Top);
            order = order != 0 ? order : a.Box.Left.CompareTo(b.Box.Left);
            return order != 0 ? order : a.Index - b.Index;
        });
        return items;
    }

    private static IEnumerable<Block> ToBlocks(List<PageLine> lines, Setting setting) =>
        Paragraphs.Split(lines, setting).Select(paragraph => ToBlock(paragraph, setting));

    private static Block ToBlock(ImmutableArray<PageLine> paragraph, Setting setting)
    {
        var text = Paragraphs.Text(paragraph, setting);
        var page = paragraph[0].Page;
        var place = new Place(page, paragraph.Where(line => line.Page == page).Select(line => line.Line.Box).Aggregate((a, b) => a.Union(b)));
        return setting.IsLarge(paragraph[0].Line) ? new Heading(1, text, place) : new Paragraph(text, place);
    }
}
