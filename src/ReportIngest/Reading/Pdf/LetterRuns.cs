using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Which letters were shown together. Chromium shows each by an operation of its own: what begins where the last letter of the same text object ended goes on with its run.
/// Ghostscript shows what is printed twice by one operation that goes back: behind the step back is another run.
/// </summary>
internal struct LetterRuns
{
    /// <summary>In sizes: rounded to 1/100 pt, a letter begins that near to the end of the one before. Numbers of two cells whose padding is none stand a rule apart.</summary>
    private const double Rounding = 0.01;

    /// <summary>In sizes: no letter is drawn nearer to the one before by so much, and none that is printed twice is narrower.</summary>
    private const double Back = 0.2;

    private bool _isFirst;
    private int _run;
    private double _size;
    private Pig.Core.PdfPoint _end, _before;

    /// <summary>The operation that showed the last letter.</summary>
    public int Operation { get; private set; }

    /// <summary>Begins another text object.</summary>
    public void Begin() => _isFirst = true;

    public int Of(int operation, Pig.Core.PdfPoint start, Pig.Core.PdfPoint end, double size)
    {
        if (operation == Operation ? GoesBack(start) : _isFirst || size != _size || Math.Abs(start.X - _end.X) + Math.Abs(start.Y - _end.Y) > Rounding * size) _run++;
        (Operation, _isFirst, _size, _before, _end) = (operation, false, size, start, end);
        return _run;
    }

    /// <summary>Against the direction of the letter before.</summary>
    private readonly bool GoesBack(Pig.Core.PdfPoint start)
    {
        var (dx, dy) = (_end.X - _before.X, _end.Y - _before.Y);
        return ((start.X - _end.X) * dx) + ((start.Y - _end.Y) * dy) < -Back * _size * Math.Sqrt((dx * dx) + (dy * dy));
    }
}
