using System;

namespace CrmExtensions.Xrm.Registration;

/// <summary>
/// Offers a custom workflow activity to the classic workflow designer under a group. The arguments are read by the
/// server from the assembly; never change them after the first release, add a new class.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class ActivityAttribute : Attribute
{
    public ActivityAttribute(string group) => Group = group;

    /// <summary>Menu of the designer, for example <c>CrmExtensions Loyalty</c>; the version is appended.</summary>
    public string Group { get; }
}
