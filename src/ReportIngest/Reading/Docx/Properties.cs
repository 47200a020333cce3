using System.Collections.Immutable;

namespace ReportIngest.Reading.Docx;

/// <summary>What the file says of itself (title, creator, created, company …), as pairs with names in lower case.</summary>
internal static class Properties
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(WordPackage package)
    {
        var found = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        Add(package.CoreProperties, found);
        Add(package.ExtendedProperties, found);
        return found.ToImmutable();
    }

    private static void Add(WordXml? part, ImmutableArray<KeyValuePair<string, string>>.Builder found)
    {
        if (part is null) return;
        using var xml = part;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            var name = xml.LocalName.ToLowerInvariant();
            var text = xml.Text();
            if (text.Length > 0) found.Add(new(name, text));
        }
    }
}
