using System;
using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Xrm.Registration;

namespace CrmExtensions.Xrm;

/// <summary>
/// The id under which a step is registered: <c>uuid5(uuid5(DNS, publisher),
/// "step:class|message|table|stage")</c>, the rule
/// by which <c>crmx solution write</c> derives it. Computed here so that nobody has to ask the platform who called.
/// </summary>
internal static class StepIdentity
{
    private const string Publisher = "crmextensions";

    public static Guid Of(Type plugin, StepAttribute step) =>
        Uuid5(
            Uuid5(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), Publisher),
            $"step:{plugin.FullName}|{step.Message}|{step.Table}|{step.Stage}");

    private static Guid Uuid5(Guid space, string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(name);
        byte[] input = new byte[16 + text.Length];
        SwapEndianness(space.ToByteArray()).CopyTo(input, 0);
        text.CopyTo(input, 16);

        byte[] id = new byte[16];
        using (SHA1 sha = SHA1.Create()) Array.Copy(sha.ComputeHash(input), id, id.Length);
        id[6] = (byte)((id[6] & 0x0f) | 0x50);
        id[8] = (byte)((id[8] & 0x3f) | 0x80);
        return new Guid(SwapEndianness(id));
    }

    /// <summary>Between the order of bytes in the standard's text and that of <see cref="Guid.ToByteArray"/>.</summary>
    private static byte[] SwapEndianness(byte[] id)
    {
        Array.Reverse(id, 0, 4);
        Array.Reverse(id, 4, 2);
        Array.Reverse(id, 6, 2);
        return id;
    }
}
