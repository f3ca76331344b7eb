using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A member after its lock: the head that a posting continues, and the programme that it belongs to.</summary>
internal sealed class LockedMember
{
    public MemberHead Head { get; init; } = new();

    public RunningProgramme Programme { get; init; } = new();
}
