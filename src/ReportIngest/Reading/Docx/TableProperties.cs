namespace ReportIngest.Reading.Docx;

/// <summary>What a row says of itself (<c>w:trPr</c>).</summary>
internal sealed class RowProperties
{
    /// <summary>Grid columns left out before the first cell.</summary>
    public int Before { get; private set; }

    /// <summary>Deleted under tracked changes, or hidden.</summary>
    public bool Dropped { get; private set; }

    public void Read(WordXml xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "gridBefore": Before = Math.Max(0, xml.Number() ?? 0); break;
                case "del": Dropped = true; break;
                case "hidden": Dropped |= xml.On; break;
            }
        }
    }
}

/// <summary>What a cell says of itself (<c>w:tcPr</c>).</summary>
internal sealed class CellProperties
{
    public int Span { get; private set; } = 1;

    public Merge Down { get; private set; }

    public Merge Along { get; private set; }

    public bool Deleted { get; private set; }

    /// <summary>The colour of its ground; null for paper.</summary>
    public string? Ground { get; private set; }

    public void Read(WordXml xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "shd": Ground = xml.Ground; break;
                case "gridSpan": Span = Math.Max(1, xml.Number() ?? 1); break;
                case "vMerge": Down = MergeOf(xml.Value); break;
                case "hMerge": Along = MergeOf(xml.Value); break;
                case "cellDel": Deleted = true; break;
                case "cellMerge": Down = MergeOf(xml.Attribute("vMerge")); break; // a tracked merge
            }
        }
    }

    /// <summary>Without a value it goes on; a tracked merge writes <c>rest</c> and <c>cont</c>.</summary>
    private static Merge MergeOf(string? value) => value is "restart" or "rest" ? Merge.Restart : Merge.Continue;
}
