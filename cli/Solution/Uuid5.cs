using System;
using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Cli.Solution;

/// <summary>Name-based ids (RFC 4122, version 5): the same name gives the same id on every machine.</summary>
internal static class Uuid5
{
    /// <summary>The namespace that the RFC gives to DNS names.</summary>
    public static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    public static Guid Create(Guid space, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] input = new byte[16 + text.Length];
        space.TryWriteBytes(input, bigEndian: true, out _);
        text.CopyTo(input, 16);

        byte[] hash = SHA1.HashData(input)[..16];
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
