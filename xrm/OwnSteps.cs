using System;
using System.Collections.Generic;
using CrmExtensions.Xrm.Registration;

namespace CrmExtensions.Xrm;

/// <summary>
/// The ids under which the steps of plugin classes are registered. Reading attributes and hashing names takes longer
/// than posting, so a plugin that asks who called keeps one of these for its life.
/// </summary>
internal sealed class OwnSteps
{
    private readonly HashSet<Guid> ids = new HashSet<Guid>();

    public OwnSteps(params Type[] plugins)
    {
        foreach (Type plugin in plugins)
        {
            object[] declared = plugin.GetCustomAttributes(typeof(StepAttribute), inherit: false);
            foreach (StepAttribute step in declared) ids.Add(StepIdentity.Of(plugin, step));
        }
    }

    public bool Contains(Guid stepId) => ids.Contains(stepId);
}
