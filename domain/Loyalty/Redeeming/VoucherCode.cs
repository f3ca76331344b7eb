using System;
using System.Text;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// A code that people read aloud and type: 12 letters and digits without 0, 1, I, O, the last one a check. Made from a
/// random id, so the domain needs no randomness.
/// </summary>
public static class VoucherCode
{
    public const int Length = 12;

    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    public static string Of(Guid random)
    {
        byte[] bytes = random.ToByteArray();
        var code = new StringBuilder(Length);
        for (int at = 0; at < Length - 1; at++) code.Append(Letters[bytes[15 - at] & 31]);
        return code.Append(CheckOf(code.ToString())).ToString();
    }

    /// <summary>Whether the check fits, after spaces and hyphens were left out and letters made large.</summary>
    public static bool TryNormalise(string? typed, out string code)
    {
        code = (typed ?? "").Replace(" ", "").Replace("-", "").ToUpperInvariant();
        if (code.Length != Length) return false;
        foreach (char letter in code)
        {
            if (Letters.IndexOf(letter) < 0) return false;
        }

        return CheckOf(code.Substring(0, Length - 1)) == code[Length - 1];
    }

    // Weights are odd, hence any single wrong character and most swaps change the check.
    private static char CheckOf(string body)
    {
        int sum = 0;
        for (int at = 0; at < body.Length; at++) sum += ((2 * at) + 1) * Letters.IndexOf(body[at]);
        return Letters[sum % Letters.Length];
    }
}
