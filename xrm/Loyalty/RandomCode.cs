using System;
using System.Security.Cryptography;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>Codes of vouchers and referrals that nobody can guess from other codes.</summary>
internal static class RandomCode
{
    public static string New()
    {
        byte[] random = new byte[16];
        using (RandomNumberGenerator source = RandomNumberGenerator.Create()) source.GetBytes(random);
        return VoucherCode.Of(new Guid(random));
    }
}
