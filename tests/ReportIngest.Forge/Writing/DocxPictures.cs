using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;
using Vml = DocumentFormat.OpenXml.Vml;
using Word = DocumentFormat.OpenXml.Wordprocessing;
using WordDrawing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace ReportIngest.Forge.Writing;

/// <summary>Pictures of a Word document, whose file is not there: who reads the text does not need it.</summary>
internal static class DocxPictures
{
    private const long Width = 5_400_000, Height = 2_700_000;

    /// <summary>As Word writes it today, or as it wrote it before 2007.</summary>
    public static OpenXmlElement Drawing(int seed) => seed % 2 == 0
        ? new Word.Picture(new Vml.Shape(new Vml.ImageData { RelationshipId = "rId90" }) { Style = "width:425pt;height:212pt" })
        : new Word.Drawing(new WordDrawing.Inline(
            new WordDrawing.Extent { Cx = Width, Cy = Height },
            new WordDrawing.DocProperties { Id = 1U, Name = "图片 1" },
            new A.Graphic(new A.GraphicData(new Pictures.Picture(
                new Pictures.NonVisualPictureProperties(new Pictures.NonVisualDrawingProperties { Id = 1U, Name = "table.png" }, new Pictures.NonVisualPictureDrawingProperties()),
                new Pictures.BlipFill(new A.Blip { Embed = "rId90" }, new A.Stretch(new A.FillRectangle())),
                new Pictures.ShapeProperties())) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" })));
}
