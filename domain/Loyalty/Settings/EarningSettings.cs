using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Who earns, and what a purchase must be like to earn.</summary>
public sealed class EarningSettings
{
    public BeneficiaryKind Beneficiary { get; init; } = BeneficiaryKind.Orderer;

    /// <summary>Whether the share of a document that was paid with points earns as well; default no.</summary>
    public bool RedeemedShareEarns { get; init; }

    public PartialPayment PartialPayment { get; init; } = PartialPayment.Wait;

    /// <summary>Whether purchases from before the day of joining earn; default no.</summary>
    public bool IsRetroactive { get; init; }

    public ProgrammeFault Check()
    {
        if (!Enum.IsDefined(typeof(BeneficiaryKind), Beneficiary)) return ProgrammeFault.BeneficiaryIsUnknown;
        return Enum.IsDefined(typeof(PartialPayment), PartialPayment)
            ? ProgrammeFault.None
            : ProgrammeFault.PartialPaymentIsUnknown;
    }
}
