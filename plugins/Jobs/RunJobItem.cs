using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Plugins.Jobs;

/// <summary>One subject of one job in one transaction, whether a slice or an administrator asks for it.</summary>
[CustomApi(JobApis.RunJobItem.Name, "Run Job Item", "Einzelne Arbeit ausführen",
    Description = "Does a scheduled job's work for one row, such as expiring one member's points.",
    DescriptionGerman = "Erledigt eine geplante Arbeit für eine Zeile, etwa den Verfall eines Mitglieds.",
    IsPrivate = true,
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(JobApis.RunJobItem.Job, ParameterType.String, "Job", "Arbeit")]
[RequestParameter(JobApis.RunJobItem.Subject, ParameterType.Guid, "Subject", "Gegenstand")]
[RequestParameter(JobApis.RunJobItem.Since, ParameterType.DateTime, "Since", "Seit", IsOptional = true)]
[ResponseProperty(JobApis.RunJobItem.Entries, ParameterType.Integer, "Entries", "Buchungen")]
public sealed class RunJobItem : PluginBase
{
    protected override void Run(StepRun run)
    {
        ParameterCollection input = run.Context.InputParameters;
        var job = (string)input[JobApis.RunJobItem.Job];
        var subject = (Guid)input[JobApis.RunJobItem.Subject];
        DateTime? since = input.TryGetValue(JobApis.RunJobItem.Since, out object? given) ? given as DateTime? : null;
        run.Context.OutputParameters[JobApis.RunJobItem.Entries] = job switch
        {
            JobCatalogue.Expiry or JobCatalogue.TierPeriods => Member(run, subject).Refresh(TierReason.PeriodEnded),
            JobCatalogue.Reevaluation => Member(run, subject).Refresh(TierReason.Reevaluation),
            JobCatalogue.Redating => Member(run, subject).Redate(),
            JobCatalogue.Occasions => Member(run, subject).Celebrate(BirthDateOf(run, subject), since),
            JobCatalogue.OrderSweep => Settle(run, subject),
            JobCatalogue.MergeSweep => Fold(run, subject),
            _ => throw new BusinessRuleException(UserText.JobIsUnknown, job),
        };
    }

    private static MemberItem Member(StepRun run, Guid memberId) => new(run, memberId);

    /// <summary>Of the person behind the member, read before the lock: only the member's own row needs it.</summary>
    private static DateTime? BirthDateOf(StepRun run, Guid memberId)
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

    private static int Settle(StepRun run, Guid documentId)
    {
        DocumentsToSettle.Settle(run, documentId);
        return 0;
    }

    private static int Fold(StepRun run, Guid customerId)
    {
        var fold = new CustomerFold(run);
        if (fold.Find(customerId) is { } gaveWay) fold.Fold(gaveWay);
        else run.NothingToDo("the customer was not merged.");
        return 0;
    }
}
