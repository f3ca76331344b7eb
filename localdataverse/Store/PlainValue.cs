using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>SDK values without their wrapping: what conditions and keys compare.</summary>
internal static class PlainValue
{
    public static object Of(object value) => value switch
    {
        OptionSetValue option => option.Value,
        EntityReference reference => reference.Id,
        Money money => money.Value,
        _ => value,
    };
}
