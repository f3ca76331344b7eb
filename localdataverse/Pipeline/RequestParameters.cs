using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>Reads request parameters by name, so that untyped requests work like typed ones.</summary>
internal static class RequestParameters
{
    /// <summary>The value, or the platform's fault naming the missing parameter.</summary>
    public static T Required<T>(this OrganizationRequest request, string name)
    {
        if (!request.Parameters.TryGetValue(name, out object? value) || value is null)
        {
            throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"Required field '{name}' is missing for the request '{request.RequestName}'.");
        }

        return value is T typed ? typed : throw WrongType<T>(request, name, value);
    }

    /// <summary>The value, or the default when absent or null; another type is refused.</summary>
    public static T? Optional<T>(this OrganizationRequest request, string name)
    {
        if (!request.Parameters.TryGetValue(name, out object? value) || value is null)
        {
            return default;
        }

        return value is T typed ? typed : throw WrongType<T>(request, name, value);
    }

    private static System.Exception WrongType<T>(OrganizationRequest request, string name, object value) =>
        Fault.Because(
            ErrorCodes.InvalidArgument,
            $"Parameter '{name}' of the request '{request.RequestName}' is of type {value.GetType().Name}; "
                + $"expected is {typeof(T).Name}.");
}
