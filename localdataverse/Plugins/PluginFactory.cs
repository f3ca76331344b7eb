using System;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>Makes a plugin by the constructor that takes most of its configuration.</summary>
internal static class PluginFactory
{
    public static IPlugin Make(Type type, string? configuration, string? secureConfiguration)
    {
        if (!typeof(IPlugin).IsAssignableFrom(type))
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, $"Type '{type.FullName}' does not implement IPlugin.");
        }

        try
        {
            return (IPlugin)Construct(type, configuration, secureConfiguration);
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is not null)
        {
            ExceptionDispatchInfo.Throw(wrapped.InnerException);
            throw;
        }
    }

    private static object Construct(Type type, string? configuration, string? secureConfiguration)
    {
        if (type.GetConstructor([typeof(string), typeof(string)]) is ConstructorInfo both)
        {
            return both.Invoke([configuration, secureConfiguration]);
        }

        if (type.GetConstructor([typeof(string)]) is ConstructorInfo one)
        {
            return one.Invoke([configuration]);
        }

        return type.GetConstructor(Type.EmptyTypes) is ConstructorInfo none
            ? none.Invoke([])
            : throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"Type '{type.FullName}' has no public constructor that takes nothing, (string) or (string, string).");
    }
}
