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
    /// <summary>The name space of RFC 4122 for domain names; the text says the rest.</summary>
    private static readonly Guid Space = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    public static Guid Of(string kind, string name)
    {
        byte[] space = Space.ToByteArray(bigEndian: true);
        byte[] text = Encoding.UTF8.GetBytes("local-dataverse|" + kind + "|" + name);
        byte[] hash = SHA1.HashData([.. space, .. text]);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
