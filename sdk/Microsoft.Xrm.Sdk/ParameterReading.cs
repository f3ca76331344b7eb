namespace Microsoft.Xrm.Sdk;

/// <summary>How the typed requests and responses read the bag behind them.</summary>
internal static class ParameterReading
{
    /// <summary>The type's default if the key is missing; a value of another type is an InvalidCastException.</summary>
    public static T Read<T>(this ParameterCollection parameters, string name) =>
        parameters.Contains(name) ? (T)parameters[name] : default;
}
