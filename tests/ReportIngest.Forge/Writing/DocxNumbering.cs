using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportIngest.Forge.Writing;

/// <summary>Automatic heading numbers: 一、 二、 …</summary>
internal static class DocxNumbering
{
    private const int List = 1;

    public static void Add(MainDocumentPart main)
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.ChineseCountingThousand },
            new LevelSuffix { Val = LevelSuffixValues.Nothing },
            new LevelText { Val = "%1、" })
        { LevelIndex = 0 };
        main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = new Numbering(
            new AbstractNum(level) { AbstractNumberId = List },
            new NumberingInstance(new AbstractNumId { Val = List }) { NumberID = List });
    }

    public static ParagraphProperties Properties() => new(
        new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = List }),
        new OutlineLevel { Val = 0 });
}
