using System;
using System.Text;

namespace CrmExtensions.Cli.Orders;

/// <summary>
/// One string for equal UTF-8 texts: a file of a million lines names few thousand customers and products.
/// Open addressing, never shrinks; it lives as long as one reading.
/// </summary>
internal sealed class Utf8Pool
{
    private string?[] texts = new string?[1024];
    private byte[]?[] keys = new byte[]?[1024];
    private int count;

    public string Intern(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return "";
        int slot = Find(keys, utf8);
        if (texts[slot] is string known) return known;

        string text = Encoding.UTF8.GetString(utf8);
        keys[slot] = utf8.ToArray();
        texts[slot] = text;
        if (++count * 2 > texts.Length) Grow();
        return text;
    }

    private static int Find(byte[]?[] keys, ReadOnlySpan<byte> utf8)
    {
        int mask = keys.Length - 1;
        int slot = Hash(utf8) & mask;
        while (keys[slot] is byte[] key && !utf8.SequenceEqual(key)) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        byte[]?[] widerKeys = new byte[]?[keys.Length * 2];
        string?[] widerTexts = new string?[keys.Length * 2];
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] is not byte[] key) continue;
            int slot = Find(widerKeys, key);
            widerKeys[slot] = key;
            widerTexts[slot] = texts[i];
        }

        keys = widerKeys;
        texts = widerTexts;
    }

    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        // HashCode is seeded per process, so ids chosen to collide cannot make the table slow.
        HashCode hash = default;
        hash.AddBytes(utf8);
        return hash.ToHashCode();
    }
}
