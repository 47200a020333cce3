using System.Collections.Immutable;

namespace ReportIngest.Reading.Docx;

/// <summary>What the file says of itself (title, creator, created, company …), as pairs with names in lower case.</summary>
internal static class Properties
{
    public static ImmutableArray<KeyValuePair<string, string>> Of(WordPackage package)
    {
        var found = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        // Damaged properties take nothing away that the document shows.
        _ = package.Read(Relationships.CoreProperties, xml => Add(xml, found));
        _ = package.Read(Relationships.ExtendedProperties, xml => Add(xml, found));
        return found.ToImmutable();
    }

    private static void Add(WordXml xml, ImmutableArray<KeyValuePair<string, string>>.Builder found)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            var name = xml.LocalName.ToLowerInvariant();
            var text = xml.Text();
            if (text.Length > 0) found.Add(new(name, text));
        }
    }
}
