using System.Collections.Immutable;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>A good input, and how it is damaged so that the damage gets past the container to what lies in it.</summary>
internal abstract class Seed
{
    /// <summary>The input as it is.</summary>
    public abstract byte[] Whole { get; }

    public abstract byte[] Damaged(Dice dice);
}

/// <summary>An input that is what it says.</summary>
internal sealed class PlainSeed(byte[] bytes, ImmutableArray<byte[]> words, ImmutableArray<byte[]> others) : Seed
{
    public override byte[] Whole => bytes;

    public override byte[] Damaged(Dice dice) => Damage.Of(bytes, others, words, dice);
}
