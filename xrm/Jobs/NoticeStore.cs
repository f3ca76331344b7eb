using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Jobs;

/// <summary>
/// Notices as tasks and email drafts, in the language of the person who gets them; a team reads the environment's.
/// </summary>
internal sealed class NoticeStore
{
    private const string TaskTable = "task", EmailTable = "email", PartyTable = "activityparty";
    private const string SystemUser = "systemuser";
    private const string Id = "activityid", Regarding = "regardingobjectid", Kind = "subcategory";

    /// <summary>Tells our activities from those of people.</summary>
    private const string Ours = "CrmExtensions notice";

    private const int LongestSubject = 200;

    private readonly StepRun run;

    public NoticeStore(StepRun run) => this.run = run;

    /// <summary>Once for an id, also if its activity was completed since.</summary>
    public void Write(Notice notice)
    {
        string table = notice.Kind == NoticeKind.EmailDraft ? EmailTable : TaskTable;
        if (notice.Kind == NoticeKind.None || Exists(table, notice)) return;
        int language = LanguageOf(notice);
        string subject = UserTexts.Render(notice.Subject, language, notice.Values);
        var row = new Entity(table, notice.Id)
        {
            ["subject"] = subject.Length > LongestSubject ? subject.Substring(0, LongestSubject) : subject,
            ["description"] = UserTexts.Render(notice.Body, language, notice.Values),
            [Regarding] = notice.Customer,
            [Kind] = Ours,
        };
        if (notice.Owner is { } owner) row["ownerid"] = owner;
        if (table == EmailTable) row["to"] = new EntityCollection(new[] { PartyOf(notice.Customer) });
        else row["scheduledend"] = notice.DueOn.Midnight;
        run.System.Create(row);
    }

    /// <summary>
    /// Tasks, done ones too, and drafts: they name the customer. An email that somebody has sent is correspondence,
    /// which others keep or delete.
    /// </summary>
    public void DeleteAll(EntityReference customer)
    {
        foreach (string table in new[] { TaskTable, EmailTable })
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
            query.Criteria.AddCondition(Regarding, ConditionOperator.Equal, customer.Id);
            query.Criteria.AddCondition(Kind, ConditionOperator.Equal, Ours);
            if (table == EmailTable) query.Criteria.AddCondition("statecode", ConditionOperator.Equal, 0);
            foreach (Entity row in run.System.RetrieveMultiple(query).Entities.ToArray())
                run.System.Delete(table, row.Id);
        }
    }

    private int LanguageOf(Notice notice) => notice.Owner is { LogicalName: SystemUser } owner
        ? ReaderLanguage.Of(run.System, owner.Id)
        : ReaderLanguage.OfEnvironment(run.System);

    private bool Exists(string table, Notice notice)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Id, ConditionOperator.Equal, notice.Id);
        return run.System.RetrieveMultiple(query).Entities.Any();
    }

    private static Entity PartyOf(EntityReference customer) => new(PartyTable) { ["partyid"] = customer };
}
