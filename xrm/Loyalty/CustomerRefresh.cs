using System;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The customer's row shows what its memberships have: written once, and only what changed.</summary>
internal sealed class CustomerRefresh
{
    private readonly StepRun run;

    public CustomerRefresh(StepRun run) => this.run = run;

    /// <returns>The customer as it was found; null if it or the member was deleted.</returns>
    public CustomerProfile? ForMember(Guid memberId)
    {
        CustomerProfile? profile = new CustomerReader(run.System).FindShown(memberId);
        if (profile is null) run.NothingToDo("the member or its customer was deleted.");
        else if (profile.Difference() is { Attributes: { Count: > 0 } } difference) run.System.Update(difference);
        else run.NothingToDo("the customer shows this balance already.");
        return profile;
    }
}
