using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm;

/// <summary>
/// Whose code asked for a write. The platform fills the chain of contexts and the owning step, so neither a client nor
/// another plugin can pretend to be one of our steps.
/// </summary>
internal sealed class Provenance
{
    private const int PreValidation = 10;
    private const int MainOperation = 30;

    private readonly IPluginExecutionContext? caller;

    /// <param name="context">Of a step on Create or Update.</param>
    /// <param name="columns">
    /// Columns whose values tell one write from another, because the chain holds the same write more than once.
    /// </param>
    public Provenance(IPluginExecutionContext context, params string[] columns)
    {
        caller = context.ParentContext;
        while (caller is not null && IsSameWrite(context, caller, columns)) caller = caller.ParentContext;
    }

    /// <summary>Whether the direct caller is one of these steps.</summary>
    public bool IsOneOf(OwnSteps steps) => caller?.OwningExtension is { } step && steps.Contains(step.Id);

    /// <summary>
    /// Whether the direct caller is the main operation of this custom API. Its name carries our prefix, and it admits
    /// no steps of others.
    /// </summary>
    public bool IsCustomApi(string uniqueName) =>
        caller is { Stage: MainOperation } && caller.MessageName == uniqueName;

    /// <summary>Every operation further out, the nearest first.</summary>
    public static IEnumerable<IPluginExecutionContext> Around(IPluginExecutionContext context)
    {
        for (IPluginExecutionContext? at = context.ParentContext; at is not null; at = at.ParentContext)
            yield return at;
    }

    /// <summary>
    /// Between a step and whoever sent the message stand contexts of the message itself: its part outside the
    /// transaction (stage 10), its main operation, the multiple message that it belongs to. They write the same values.
    /// </summary>
    private static bool IsSameWrite(IPluginExecutionContext step, IPluginExecutionContext outer, string[] columns) =>
        outer.Stage is PreValidation or MainOperation
        && outer.PrimaryEntityName == step.PrimaryEntityName
        && step.InputParameters["Target"] is Entity inner
        && TargetsOf(outer).Any(target => columns.All(column =>
            Equals(target.GetAttributeValue<object>(column), inner.GetAttributeValue<object>(column))));

    private static IEnumerable<Entity> TargetsOf(IPluginExecutionContext context)
    {
        if (context.InputParameters.TryGetValue("Target", out object? one) && one is Entity row) return new[] { row };
        if (context.InputParameters.TryGetValue("Targets", out object? many) && many is EntityCollection rows)
            return rows.Entities;
        return Array.Empty<Entity>();
    }
}
