using System;
using System.Linq;
using CrmExtensions.Xrm.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm;

/// <summary>
/// Whose code asked for an operation. The platform fills the chain of contexts and the owning step, so neither a client
/// nor another plugin can pretend to be one of our steps.
/// </summary>
internal static class Provenance
{
    private const int MainOperation = 30;

    /// <summary>Whether the direct caller is one of the steps of these plugin classes.</summary>
    public static bool IsStepOf(IPluginExecutionContext context, params Type[] plugins)
    {
        if (CallerOf(context)?.OwningExtension is not { } step) return false;
        return plugins.Any(plugin => Declared(plugin).Any(declared => StepIdentity.Of(plugin, declared) == step.Id));
    }

    /// <summary>
    /// Whether the direct caller is the main operation of this custom API. Its name carries our prefix, and it
    /// admits no
    /// steps of others.
    /// </summary>
    public static bool IsCustomApi(IPluginExecutionContext context, string uniqueName) =>
        CallerOf(context) is { Stage: MainOperation } caller && caller.MessageName == uniqueName;

    /// <summary>Whether any operation further out is this message.</summary>
    public static bool IsInside(IPluginExecutionContext context, string message)
    {
        for (IPluginExecutionContext? at = context.ParentContext; at is not null; at = at.ParentContext)
            if (at.MessageName == message) return true;
        return false;
    }

    /// <summary>
    /// The context of the code that sent the message. Between it and a step the platform may put contexts of the main
    /// operation itself (same table, stage 30: the operation, and the multiple message that it is part of).
    /// </summary>
    private static IPluginExecutionContext? CallerOf(IPluginExecutionContext context)
    {
        IPluginExecutionContext? at = context.ParentContext;
        while (at is { Stage: MainOperation } && at.PrimaryEntityName == context.PrimaryEntityName)
            at = at.ParentContext;
        return at;
    }

    private static StepAttribute[] Declared(Type plugin) =>
        (StepAttribute[])plugin.GetCustomAttributes(typeof(StepAttribute), inherit: false);
}
