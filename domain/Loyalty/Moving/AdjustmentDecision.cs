namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether a correction by hand may be posted.</summary>
public enum AdjustmentDecision
{
    Allowed = 0,
    PointsMustNotBeZero = 1,

    /// <summary>Above the limit: it waits until another person approves.</summary>
    NeedsSecondPerson = 2,

    /// <summary>Whoever asked cannot approve.</summary>
    SecondPersonIsTheFirst = 3,
}
