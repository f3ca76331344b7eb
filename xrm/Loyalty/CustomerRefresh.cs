using System;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>The customer's row shows what its memberships have: written once, and only what changed.</summary>
internal sealed class CustomerRefresh
{
    private readonly StepRun run;

    public CustomerRefresh(StepRun run) => this.run = run;

    public void ForMember(Guid memberId)
    {
        if (new CustomerReader(run.System).FindShown(memberId) is not { } profile)
        {
            run.NothingToDo("the member or its customer was deleted.");
            return;
        }

        Entity difference = profile.Difference();
        if (difference.Attributes.Count == 0) run.NothingToDo("the customer shows this balance already.");
        else run.System.Update(difference);
    }
}
