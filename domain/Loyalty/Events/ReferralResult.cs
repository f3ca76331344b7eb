namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether a recommendation pays.</summary>
public enum ReferralResult
{
    Qualified = 0,

    /// <summary>It paid before.</summary>
    AlreadyQualified = 1,

    /// <summary>Nobody recommends a programme to itself.</summary>
    ReferrerIsReferee = 2,

    /// <summary>Only new customers can be won.</summary>
    RefereeBoughtBefore = 3,

    /// <summary>Waits for the referee's first earned order.</summary>
    RefereeHasNotBought = 4,

    ReferrerIsNotActive = 5,
}
