using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>What one subject of a job is in a transaction of its own: a line for each job that needs one.</summary>
internal sealed class JobItems
{
    private readonly StepRun run;

    public JobItems(StepRun run) => this.run = run;

    /// <param name="job">Its key.</param>
    /// <param name="subject">Whatever row the job works on.</param>
    /// <param name="since">When the last complete run began.</param>
    /// <returns>Entries that were posted, where the job counts them.</returns>
    public int Run(string job, Guid subject, DateTime? since) => job switch
    {
        JobCatalogue.Expiry or JobCatalogue.TierPeriods => Member(subject).Refresh(TierReason.PeriodEnded),
        JobCatalogue.Reevaluation => Member(subject).Refresh(TierReason.Reevaluation),
        JobCatalogue.Redating => Member(subject).Redate(),
        JobCatalogue.Occasions => Member(subject).Celebrate(BirthDateOf(subject), since),
        JobCatalogue.OrderSweep => Settle(subject),
        JobCatalogue.MergeSweep => Fold(subject),
        _ => CrossSellItem.Do(run, job, subject) ?? throw new BusinessRuleException(UserText.JobIsUnknown, job),
    };

    private MemberItem Member(Guid memberId) => new(run, memberId);

    /// <summary>Of the person behind the member, read before the lock: only the member's own row needs it.</summary>
    private DateTime? BirthDateOf(Guid memberId)
    {
        var query = new QueryExpression(Customer.ContactTable)
        {
            ColumnSet = new ColumnSet(Customer.BirthDateOfContact),
        };
        LinkEntity member = query.AddLink(
            LoyaltyMember.Table, Customer.IdColumn(Customer.ContactTable), LoyaltyMember.Columns.CustomerId);
        member.LinkCriteria.AddCondition(LoyaltyMember.Columns.Id, ConditionOperator.Equal, memberId);
        foreach (Entity person in run.System.RetrieveMultiple(query).Entities)
            return person.Moment(Customer.BirthDateOfContact);
        return null;
    }

    private int Settle(Guid documentId)
    {
        DocumentsToSettle.Settle(run, documentId);
        return 0;
    }

    private int Fold(Guid customerId)
    {
        var fold = new CustomerFold(run);
        if (fold.Find(customerId) is { } gaveWay) fold.Fold(gaveWay);
        else run.NothingToDo("the customer was not merged.");
        return 0;
    }
}
