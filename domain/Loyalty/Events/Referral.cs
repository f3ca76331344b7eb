using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>One customer recommended the programme to another; it pays both once the new one has earned.</summary>
public sealed record Referral
{
    public Guid ReferrerCustomerId { get; init; }
    public Guid RefereeCustomerId { get; init; }
    public bool IsQualified { get; init; }
    public bool ReferrerIsActive { get; init; }

    /// <summary>When the code was used.</summary>
    public Day RecommendedOn { get; init; }

    /// <summary>The referee's first earned order; null before it.</summary>
    public Day? FirstOrderOn { get; init; }

    public ReferralResult Check()
    {
        if (IsQualified) return ReferralResult.AlreadyQualified;
        if (ReferrerCustomerId == RefereeCustomerId) return ReferralResult.ReferrerIsReferee;
        if (!ReferrerIsActive) return ReferralResult.ReferrerIsNotActive;
        if (FirstOrderOn is not { } first) return ReferralResult.RefereeHasNotBought;
        return first < RecommendedOn ? ReferralResult.RefereeBoughtBefore : ReferralResult.Qualified;
    }
}
