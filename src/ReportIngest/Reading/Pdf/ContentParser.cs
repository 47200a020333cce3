using System.Buffers;
using Operation = UglyToad.PdfPig.Graphics.Operations.IGraphicsStateOperation;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The bytes of a page → its operations. What producers write is read here, in a third of PdfPig's time; a stream with anything else in it (pictures inline, comments, escapes in names,
/// wrong operands) is left to PdfPig as a whole, whose ways of mending it are its own.
/// </summary>
internal sealed class ContentParser(Pig.Parser.IPageContentParser whole) : Pig.Parser.IPageContentParser
{
    private readonly ContentOperands _operands = new();

    /// <summary>Of the stream that is being read: one list for all, as it grows large.</summary>
    private readonly List<Operation> _operations = [];

    public IReadOnlyList<Operation> Parse(int pageNumber, Pig.Core.IInputBytes inputBytes, Pig.Logging.ILog log)
    {
        var length = (int)inputBytes.Length;
        var content = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            if (inputBytes.Read(content.AsSpan(0, length)) == length && IsUsual(content.AsSpan(0, length)))
                return [.. _operations];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(content);
            _operations.Clear();
        }
        inputBytes.Seek(0);
        return whole.Parse(pageNumber, inputBytes, log);
    }

    /// <summary>Whether the stream holds nothing but what is known here; its operations are then in the list.</summary>
    private bool IsUsual(ReadOnlySpan<byte> content)
    {
        var scanner = new ContentScanner(content, _operands);
        _operands.Clear();
        while (true)
        {
            switch (scanner.Next(out var name))
            {
                case ContentPart.Operator when ContentOperators.TryCreate(name, _operands, out var operation):
                    if (operation is not null)
                        _operations.Add(operation);
                    _operands.Clear();
                    break;
                case ContentPart.Operand:
                    break;
                case ContentPart.End:
                    return true;
                default:
                    return false;
            }
        }
    }
}
