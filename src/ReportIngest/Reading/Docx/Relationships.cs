namespace ReportIngest.Reading.Docx;

/// <summary>How the parts of a package name each other (<c>_rels/*.rels</c>).</summary>
internal static class Relationships
{
    public const string Main = "officeDocument";
    public const string Styles = "styles";
    public const string Numbering = "numbering";
    public const string CoreProperties = "metadata/core-properties";
    public const string ExtendedProperties = "extended-properties";

    /// <summary>The last part of a type is the same in transitional and strict files, with this exception.</summary>
    private const string StrictExtendedProperties = "extendedProperties";

    private const string BeforeKind = "/relationships/";

    /// <summary>The part with the relationships of <paramref name="part"/>; those of the package itself for an empty name.</summary>
    public static string DirectoryOf(string part)
    {
        var name = part.LastIndexOf('/') + 1;
        return $"{part[..name]}_rels/{part[name..]}.rels";
    }

    /// <summary>Adds the names of the parts that are looked at, by their kinds; the first of a kind counts.</summary>
    /// <exception cref="InvalidDataException">Two parts are said to be the main one: readers would differ in which they show.</exception>
    public static void Read(WordXml xml, string part, Dictionary<string, string> parts)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Plain("TargetMode") == "External") continue;
            if (Kind(xml.Plain("Type") ?? "") is not { } kind || xml.Plain("Target") is not { } target) continue;
            var name = PartName(folder, target);
            if (!parts.TryAdd(kind, name) && kind == Main && !name.Equals(parts[kind], StringComparison.OrdinalIgnoreCase)) throw new InvalidDataException($"{parts[kind]} and {name} are both the main part");
        }
    }

    /// <summary>The name of a part as all are compared: without <c>.</c>, <c>..</c>, backslashes, escapes or a leading slash, all of which are written.</summary>
    public static string PartName(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        var names = new List<string>();
        foreach (var name in (path.StartsWith('/') ? path : folder + path).Split('/'))
        {
            if (name == ".." && names.Count > 0) names.RemoveAt(names.Count - 1);
            else if (name is not ("" or "." or "..")) names.Add(name);
        }

        return string.Join('/', names);
    }

    /// <summary>Null for what is not looked at: pictures, links, headers.</summary>
    private static string? Kind(string type)
    {
        var before = type.LastIndexOf(BeforeKind, StringComparison.Ordinal);
        var kind = before < 0 ? "" : type[(before + BeforeKind.Length)..];
        return kind switch
        {
            Main or Styles or Numbering or CoreProperties or ExtendedProperties => kind,
            StrictExtendedProperties => ExtendedProperties,
            _ => null,
        };
    }
}
