namespace ReportIngest.Reading.Docx;

/// <summary>One level of a list.</summary>
/// <param name="Format">Name of the number's format (<see cref="NumberText"/>); <c>bullet</c> has no number.</param>
/// <param name="Text">Text with <c>%1</c> … <c>%9</c> for the number of each level.</param>
/// <param name="RestartAfter">How many of the levels above restart it; null: all of them.</param>
/// <param name="Style">The paragraph style that is bound to this level.</param>
internal sealed record ListLevel(int Start, string Format, string Text, bool Legal, string Suffix, int? RestartAfter, string? Style)
{
    public static readonly ListLevel Default = new(1, "decimal", "", false, "tab", null, null);
}

/// <summary>A list as paragraphs name it: the definition it counts with, its levels, and where it starts anew.</summary>
internal sealed record NumberedList(string Definition, Dictionary<int, ListLevel> Levels, Dictionary<int, int> Starts);

/// <summary>Reads the lists of a document (<c>numbering.xml</c>) by their numbers.</summary>
internal static class Numbering
{
    private sealed record Definition(Dictionary<int, ListLevel> Levels)
    {
        /// <summary>The list style that this definition is, or that it borrows its levels from.</summary>
        public string? Defines { get; set; }
        public string? Borrows { get; set; }
    }

    public static void Read(WordXml xml, Dictionary<int, NumberedList> lists)
    {
        var definitions = new Dictionary<string, Definition>();
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "abstractNum") definitions[xml.Attribute("abstractNumId") ?? ""] = ReadDefinition(xml);
            else if (xml.Name == "num" && xml.Number("numId") is { } number) lists[number] = ReadList(xml, definitions);
        }
    }

    private static Definition ReadDefinition(WordXml xml)
    {
        var definition = new Definition([]);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "lvl": definition.Levels[xml.Number("ilvl") ?? 0] = ReadLevel(xml); break;
                case "styleLink": definition.Defines = xml.Value; break;
                case "numStyleLink": definition.Borrows = xml.Value; break;
            }
        }

        return definition;
    }

    private static ListLevel ReadLevel(WordXml xml)
    {
        var level = ListLevel.Default;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            level = xml.Name switch
            {
                "start" => level with { Start = xml.Number() ?? 1 },
                "numFmt" => level with { Format = xml.Value ?? "decimal" },
                "lvlText" => level with { Text = xml.Value ?? "" },
                "isLgl" => level with { Legal = xml.On },
                "suff" => level with { Suffix = xml.Value ?? "tab" },
                "lvlRestart" => level with { RestartAfter = xml.Number() },
                "pStyle" => level with { Style = xml.Value },
                "AlternateContent" => ReadCustomFormat(xml, level),
                _ => level,
            };
        }

        return level;
    }

    /// <summary>A format younger than the standard stands beside a substitute (<c>mc:Fallback</c>) that every reader knows.</summary>
    private static ListLevel ReadCustomFormat(WordXml xml, ListLevel level)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name != "Fallback") continue;
            var fallback = xml.Depth;
            while (xml.NextChild(fallback))
            {
                if (xml.Name == "numFmt") level = level with { Format = xml.Value ?? "decimal" };
            }
        }

        return level;
    }

    private static NumberedList ReadList(WordXml xml, Dictionary<string, Definition> definitions)
    {
        var list = new NumberedList("", [], []);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "abstractNumId")
            {
                var id = xml.Value ?? "";
                list = list with { Definition = id, Levels = Levels(id, definitions) };
            }
            else if (xml.Name == "lvlOverride")
            {
                ReadOverride(xml, list);
            }
        }

        return list;
    }

    private static void ReadOverride(WordXml xml, NumberedList list)
    {
        var level = xml.Number("ilvl") ?? 0;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "startOverride") list.Starts[level] = xml.Number() ?? 1;
            else if (xml.Name == "lvl") list.Levels[level] = ReadLevel(xml);
        }
    }

    private static Dictionary<int, ListLevel> Levels(string id, Dictionary<string, Definition> definitions)
    {
        var definition = definitions.GetValueOrDefault(id);
        if (definition?.Borrows is { } style) definition = definitions.Values.FirstOrDefault(other => other.Defines == style) ?? definition;
        return definition is null ? [] : new Dictionary<int, ListLevel>(definition.Levels);
    }
}
