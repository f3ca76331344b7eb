using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Microsoft.Xrm.Sdk has the same, but Microsoft's own assembly may stand in its place at run time.</summary>
internal static class ParameterReading
{
    /// <summary>The type's default if the key is missing; a value of another type is an InvalidCastException.</summary>
    public static T Read<T>(this ParameterCollection parameters, string name) =>
        parameters.Contains(name) ? (T)parameters[name] : default;
}
