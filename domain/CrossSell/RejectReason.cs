namespace CrmExtensions.Domain.CrossSell;

/// <summary>Why a customer did not want a recommendation.</summary>
public enum RejectReason
{
    NotNeeded = 0,
    HasElsewhere = 1,
    TooExpensive = 2,

    /// <summary>Says that the pair is wrong, not only for this customer.</summary>
    Unsuitable = 3,

    Other = 4,
}
