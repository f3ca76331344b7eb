using System;
using System.Security.Cryptography;
using System.Text;

namespace Dataverse.Local.Import;

/// <summary>
/// Ids for components that a package names without an id (custom APIs, environment variables, apps ...). They are
/// derived from the name (UUID version 5), so that a second import and another environment get the same ones.
/// </summary>
internal static class NameId
{
    private static readonly Guid Space = new("b0a4f6a2-55a4-5d3b-9d7c-3c1f7f0e6a11");

    public static Guid Of(string kind, string name)
    {
        byte[] space = Space.ToByteArray(bigEndian: true);
        byte[] text = Encoding.UTF8.GetBytes(kind + "|" + name);
        byte[] hash = SHA1.HashData([.. space, .. text]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
