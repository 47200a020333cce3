using Operation = UglyToad.PdfPig.Graphics.Operations.IGraphicsStateOperation;
using Operations = UglyToad.PdfPig.Graphics.Operations;

namespace ReportIngest.Reading.Pdf;

/// <summary>Operators with the operands they should have → PdfPig's operations.</summary>
internal static class ContentOperators
{
    /// <param name="operation">Null for those that mark content, of which nothing is asked.</param>
    public static bool TryCreate(ReadOnlySpan<byte> name, ContentOperands o, out Operation? operation)
    {
        operation = null;
        if (name.Length > 3)
            return false;
        var key = 0;
        foreach (var letter in name)
            key = (key << 8) | letter;
        if ((key, o.Kinds) is (('B' << 16) | ('M' << 8) | 'C', 0x2) or (('B' << 16) | ('D' << 8) | 'C', 0x22 or 0x25) or (('E' << 16) | ('M' << 8) | 'C', 0))
            return true;
        operation = Drawing(key, o) ?? Text(key, o) ?? State(key, o);
        return operation is not null;
    }

    private static Operation? Drawing(int key, ContentOperands o) => (key, o.Kinds) switch
    {
        ('m', 0x11) => new Operations.PathConstruction.BeginNewSubpath(o[0], o[1]),
        ('l', 0x11) => new Operations.PathConstruction.AppendStraightLineSegment(o[0], o[1]),
        (('r' << 8) | 'e', 0x1111) => new Operations.PathConstruction.AppendRectangle(o[0], o[1], o[2], o[3]),
        ('c', 0x111111) => new Operations.PathConstruction.AppendDualControlPointBezierCurve(o[0], o[1], o[2], o[3], o[4], o[5]),
        ('h', 0) => Operations.PathConstruction.CloseSubpath.Value,
        ('S', 0) => Operations.PathPainting.StrokePath.Value,
        ('f', 0) => Operations.PathPainting.FillPathNonZeroWinding.Value,
        (('f' << 8) | '*', 0) => Operations.PathPainting.FillPathEvenOddRule.Value,
        ('n', 0) => Operations.PathPainting.EndPath.Value,
        ('W', 0) => Operations.ClippingPaths.ModifyClippingByNonZeroWindingIntersect.Value,
        (('W' << 8) | '*', 0) => Operations.ClippingPaths.ModifyClippingByEvenOddIntersect.Value,
        (('D' << 8) | 'o', 0x2) => new Operations.InvokeNamedXObject(o.Name),
        _ => null,
    };

    private static Operation? Text(int key, ContentOperands o) => (key, o.Kinds) switch
    {
        (('T' << 8) | 'j', 0x3) => new Operations.TextShowing.ShowText(o.Text),
        (('T' << 8) | 'J', 0x4) => new Operations.TextShowing.ShowTextsWithPositioning(o.Items),
        (('T' << 8) | 'm', 0x111111) => new Operations.TextPositioning.SetTextMatrix(o.Numbers.ToArray()),
        (('T' << 8) | 'd', 0x11) => new Operations.TextPositioning.MoveToNextLineWithOffset(o[0], o[1]),
        (('T' << 8) | 'D', 0x11) => new Operations.TextPositioning.MoveToNextLineWithOffsetSetLeading(o[0], o[1]),
        (('T' << 8) | '*', 0) => Operations.TextPositioning.MoveToNextLine.Value,
        (('B' << 8) | 'T', 0) => Operations.TextObjects.BeginText.Value,
        (('E' << 8) | 'T', 0) => Operations.TextObjects.EndText.Value,
        (('T' << 8) | 'f', 0x21) => new Operations.TextState.SetFontAndSize(o.Name, o[0]),
        (('T' << 8) | 'c', 0x1) => new Operations.TextState.SetCharacterSpacing(o[0]),
        (('T' << 8) | 'w', 0x1) => new Operations.TextState.SetWordSpacing(o[0]),
        (('T' << 8) | 'z', 0x1) => new Operations.TextState.SetHorizontalScaling(o[0]),
        (('T' << 8) | 'L', 0x1) => new Operations.TextState.SetTextLeading(o[0]),
        (('T' << 8) | 's', 0x1) => new Operations.TextState.SetTextRise(o[0]),
        (('T' << 8) | 'r', 0x1) => new Operations.TextState.SetTextRenderingMode((int)o[0]),
        _ => null,
    };

    private static Operation? State(int key, ContentOperands o) => (key, o.Kinds) switch
    {
        ('q', 0) => Operations.SpecialGraphicsState.Push.Value,
        ('Q', 0) => Operations.SpecialGraphicsState.Pop.Value,
        (('c' << 8) | 'm', 0x111111) => new Operations.SpecialGraphicsState.ModifyCurrentTransformationMatrix(o.Numbers.ToArray()),
        (('g' << 8) | 's', 0x2) => new Operations.SpecialGraphicsState.SetGraphicsStateParametersFromDictionary(o.Name),
        ('w', 0x1) => new Operations.General.SetLineWidth(o[0]),
        ('J', 0x1) when IsStyle(o) => new Operations.General.SetLineCap((int)o[0]),
        ('j', 0x1) when IsStyle(o) => new Operations.General.SetLineJoin((int)o[0]),
        ('M', 0x1) => new Operations.General.SetMiterLimit(o[0]),
        ('d', 0x41) when o.ItemNumbers is { } dashes => new Operations.General.SetLineDashPattern(dashes, (int)o[0]),
        ('g', 0x1) => new Operations.SetNonStrokeColorDeviceGray(o[0]),
        ('G', 0x1) => new Operations.SetStrokeColorDeviceGray(o[0]),
        (('r' << 8) | 'g', 0x111) => new Operations.SetNonStrokeColorDeviceRgb(o[0], o[1], o[2]),
        (('R' << 8) | 'G', 0x111) => new Operations.SetStrokeColorDeviceRgb(o[0], o[1], o[2]),
        ('k', 0x1111) => new Operations.SetNonStrokeColorDeviceCmyk(o[0], o[1], o[2], o[3]),
        ('K', 0x1111) => new Operations.SetStrokeColorDeviceCmyk(o[0], o[1], o[2], o[3]),
        (('c' << 8) | 's', 0x2) => new Operations.SetNonStrokeColorSpace(o.Name),
        (('C' << 8) | 'S', 0x2) => new Operations.SetStrokeColorSpace(o.Name),
        (('s' << 16) | ('c' << 8) | 'n', 0x1 or 0x111 or 0x1111) => new Operations.SetNonStrokeColorAdvanced(o.Numbers.ToArray()),
        (('S' << 16) | ('C' << 8) | 'N', 0x1 or 0x111 or 0x1111) => new Operations.SetStrokeColorAdvanced(o.Numbers.ToArray()),
        _ => null,
    };

    private static bool IsStyle(ContentOperands o) => o[0] is 0 or 1 or 2;
}
