using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Which letters were shown together. Chromium shows each by an operation of its own: what begins where the last letter of the same text object ended goes on with its run.</summary>
internal struct LetterRuns
{
    /// <summary>In sizes: rounded to 1/100 pt, a letter begins that near to the end of the one before. Numbers of two cells whose padding is none stand a rule apart.</summary>
    private const double Rounding = 0.01;

    private bool _isFirst;
    private int _run;
    private double _size;
    private Pig.Core.PdfPoint _end;

    /// <summary>The operation that showed the last letter.</summary>
    public int Operation { get; private set; }

    /// <summary>Begins another text object.</summary>
    public void Begin() => _isFirst = true;

    public int Of(int operation, Pig.Core.PdfPoint start, Pig.Core.PdfPoint end, double size)
    {
        if (operation != Operation && (_isFirst || size != _size || Math.Abs(start.X - _end.X) + Math.Abs(start.Y - _end.Y) > Rounding * size)) _run = operation;
        (Operation, _isFirst, _size, _end) = (operation, false, size, end);
        return _run;
    }
}
