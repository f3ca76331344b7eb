using System;
using System.Buffers.Binary;

namespace Dataverse.Local.Store;

/// <summary>
/// A decimal as 16 bytes that compare as the numbers do: 12 places whatever the column's precision, as the platform
/// keeps its decimals in one wide type. A column whose precision changes reads its old rows as they were written.
/// </summary>
internal static class StoredDecimal
{
    public const int Size = 16;

    /// <summary>The platform's most, that of exchange rates; decimal columns have up to 10.</summary>
    public const int Places = 12;

    /// <summary>Wider than any decimal column: the platform's range is 100 billion either side.</summary>
    private const decimal Largest = 1_000_000_000_000_000m;

    private const decimal One = 1_000_000_000_000m;

    private static readonly UInt128 Sign = UInt128.One << 127;

    /// <summary>False: outside of what can be kept.</summary>
    public static bool Fits(decimal number) => number is >= -Largest and <= Largest;

    public static void Write(decimal number, Span<byte> bytes) =>
        BinaryPrimitives.WriteUInt128BigEndian(bytes, (UInt128)(Int128)(number * One) ^ Sign);

    /// <summary>
    /// For conditions: what is out of range is greater or less than every row; with more places than any row has, it
    /// lies between two of them.
    /// </summary>
    public static byte[] ToCompare(decimal number)
    {
        decimal kept = Math.Clamp(number, -Largest, Largest);
        decimal floor = decimal.Floor(kept * One) / One;
        byte[] bytes = new byte[kept == floor ? Size : Size + 1];
        Write(floor, bytes);
        return bytes;
    }

    public static Int128 Raw(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? (Int128)(BinaryPrimitives.ReadUInt128BigEndian(bytes) ^ Sign)
        : throw new InvalidOperationException(
            "A decimal is stored in another way: an older version has written this file. Create it anew.");

    public static void WriteRaw(Int128 raw, Span<byte> bytes) =>
        BinaryPrimitives.WriteUInt128BigEndian(bytes, (UInt128)raw ^ Sign);

    /// <summary>With the given places, and more only if the value has them.</summary>
    public static decimal Of(Int128 raw, int places)
    {
        int scale = Places;
        while (scale > places && raw % 10 == 0)
        {
            raw /= 10;
            scale--;
        }

        UInt128 magnitude = (UInt128)Int128.Abs(raw);
        return magnitude >> 96 == 0
            ? new decimal(
                (int)(uint)magnitude, (int)(uint)(magnitude >> 32), (int)(uint)(magnitude >> 64), raw < 0, (byte)scale)
            : throw Pipeline.Fault.Because(StoreFault.SqlArithmeticOverflow, StoreFault.SqlArithmeticOverflowText);
    }
}
