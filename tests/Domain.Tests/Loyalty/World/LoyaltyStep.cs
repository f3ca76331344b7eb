namespace CrmExtensions.Domain.Tests.Loyalty.World;

/// <summary>One thing that happens; what the numbers mean depends on the deed.</summary>
internal sealed record LoyaltyStep(Deed Deed, int Number, int Other);

internal enum Deed
{
    Earn,
    Hold,
    Release,
    Return,
    Reactivate,
    PassDays,
    Transfer,
    Merge,
    Unmerge,
    Adjust,
    Reevaluate,
}
