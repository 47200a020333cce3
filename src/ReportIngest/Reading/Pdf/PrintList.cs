using System.Buffers;

namespace ReportIngest.Reading.Pdf;

/// <summary>The letters of a page as they come. Their room is lent: a page has thousands, and room for them is costly to make.</summary>
internal sealed class PrintList : IDisposable
{
    private Print[] _prints = ArrayPool<Print>.Shared.Rent(1024);

    public int Count { get; private set; }

    public ref Print Last => ref _prints[Count - 1];

    public ReadOnlySpan<Print> All => _prints.AsSpan(0, Count);

    public void Add(in Print print)
    {
        if (Count == _prints.Length)
        {
            var longer = ArrayPool<Print>.Shared.Rent(2 * Count);
            All.CopyTo(longer);
            GiveBack();
            _prints = longer;
        }
        _prints[Count++] = print;
    }

    public void Dispose()
    {
        GiveBack();
        (_prints, Count) = ([], 0);
    }

    private void GiveBack()
    {
        if (_prints.Length == 0)
            return;
        Array.Clear(_prints, 0, Count); // they refer to the fonts of their file
        ArrayPool<Print>.Shared.Return(_prints);
    }
}
