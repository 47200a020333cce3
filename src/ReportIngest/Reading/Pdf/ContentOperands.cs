using System.Text;
using Pig = UglyToad.PdfPig;
using Name = UglyToad.PdfPig.Tokens.NameToken;

namespace ReportIngest.Reading.Pdf;

/// <summary>What stands before an operator.</summary>
internal sealed class ContentOperands
{
    /// <summary>The kinds of operands; <see cref="Kinds"/> has one hexadecimal digit for each operand, so that <c>/F1 9</c> is 0x21.</summary>
    public const int Number = 1, Named = 2, Shown = 3, List = 4, Marks = 5;

    /// <summary>No operator known here takes more.</summary>
    private const int Most = 7;

    private readonly double[] _numbers = new double[Most];
    private readonly List<Pig.Tokens.IToken> _items = [];
    private readonly List<(byte[] Bytes, Name Name)> _names = [];
    private int _operands, _count;

    public int Kinds { get; private set; }

    /// <summary>The numbers, without those of a list.</summary>
    public ReadOnlySpan<double> Numbers => _numbers.AsSpan(0, _count);

    /// <summary>The last name.</summary>
    public Name Name { get; private set; } = Name.Create("");

    /// <summary>The bytes of the last string outside a list.</summary>
    public ReadOnlyMemory<byte> Text { get; private set; }

    /// <summary>The strings and numbers of the last list.</summary>
    public Pig.Tokens.IToken[] Items => [.. _items];

    /// <summary>The numbers of the last list; null where it has strings.</summary>
    public double[]? ItemNumbers => _items.TrueForAll(item => item is Pig.Tokens.NumericToken) ? [.. _items.Select(item => ((Pig.Tokens.NumericToken)item).Data)] : null;

    public double this[int number] => _numbers[number];

    public void Clear() => (_operands, _count, Kinds) = (0, 0, 0);

    public bool Add(double number) => Count(Number) && Keep(number);

    public bool AddName(ReadOnlySpan<byte> name)
    {
        Name = Known(name);
        return Count(Named);
    }

    /// <summary>A page has a few names, again and again: fonts and graphics states.</summary>
    private Name Known(ReadOnlySpan<byte> name)
    {
        foreach (var (bytes, known) in _names)
            if (name.SequenceEqual(bytes))
                return known;
        if (_names.Count == MostNames)
            _names.Clear();
        _names.Add((name.ToArray(), Name.Create(Encoding.ASCII.GetString(name))));
        return _names[^1].Name;
    }

    /// <summary>To go through more takes longer than to make the name anew.</summary>
    private const int MostNames = 8;

    public bool Add(byte[] text)
    {
        Text = text;
        return Count(Shown);
    }

    public bool AddMarks() => Count(Marks);

    public void BeginList() => _items.Clear();

    public void AddItem(double number) => _items.Add(number == 0 ? Pig.Tokens.NumericToken.Zero : new Pig.Tokens.NumericToken(number));

    public void AddItem(byte[] text) => _items.Add(new Pig.Tokens.StringToken(Encoding.Latin1.GetString(text)));

    public bool EndList() => Count(List);

    private bool Keep(double number)
    {
        _numbers[_count++] = number;
        return true;
    }

    private bool Count(int kind)
    {
        Kinds = (Kinds << 4) | kind;
        return ++_operands <= Most;
    }
}
