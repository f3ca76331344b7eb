using System;

namespace Dataverse.Local.Store;

/// <summary>Ids as 16 bytes whose plain order is the order in which SQL Server sorts uniqueidentifiers: the last six
/// bytes of the written form first, then the fourth group, the third, the second, the first.</summary>
internal static class StoredGuid
{
    public const int Size = 16;

    public static void Write(Guid id, Span<byte> stored)
    {
        Span<byte> bytes = stackalloc byte[Size];
        id.TryWriteBytes(bytes);
        bytes[10..].CopyTo(stored);
        bytes[8..10].CopyTo(stored[6..]);
        bytes[6..8].CopyTo(stored[8..]);
        bytes[4..6].CopyTo(stored[10..]);
        bytes[..4].CopyTo(stored[12..]);
    }

    public static byte[] ToBytes(Guid id)
    {
        byte[] stored = new byte[Size];
        Write(id, stored);
        return stored;
    }

    public static Guid Read(ReadOnlySpan<byte> stored)
    {
        Span<byte> bytes = stackalloc byte[Size];
        stored[12..].CopyTo(bytes);
        stored[10..12].CopyTo(bytes[4..]);
        stored[8..10].CopyTo(bytes[6..]);
        stored[6..8].CopyTo(bytes[8..]);
        stored[..6].CopyTo(bytes[10..]);
        return new Guid(bytes);
    }
}
