namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a replay found: the balance up to the first fault, and where that is.</summary>
public sealed record ReplayReport
{
    public ReplayFault Fault { get; init; }

    /// <summary>The place in the chain (from 1) where the replay stopped; 0 without a fault.</summary>
    public int FaultAt { get; init; }

    /// <summary>The sum of the points of all sound entries.</summary>
    public long Balance { get; init; }

    public int Entries { get; init; }

    /// <summary>The head as the sound entries give it: what the stored one should be.</summary>
    public MemberHead Replayed { get; init; } = new();

    public bool IsSound => Fault == ReplayFault.None;
}
