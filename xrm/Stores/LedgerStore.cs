using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The ledger as rows. Appending is the only way in: look the source key up first, then create; the gate on the table
/// does the rest. The alternate key is only the backstop for a race.
/// </summary>
internal sealed class LedgerStore
{
    /// <summary>The one optional parameter that the platform hands to the steps of a request.</summary>
    private const string LockedTag = "tag";

    private readonly StepRun run;

    public LedgerStore(StepRun run) => this.run = run;

    /// <param name="key">Looked up before anything else.</param>
    /// <param name="name">Document number or kind; never the name of a person.</param>
    /// <param name="draft">Asked for only if the key is new: preparing it may cost requests.</param>
    public Appended Append(SourceKey key, string name, Func<EntryDraft> draft)
    {
        if (Find(key) is { } existing)
        {
            run.NothingToDo($"{key} is already posted.");
            return new Appended { Result = PostingResult.AlreadyPosted, EntryId = existing.Id };
        }

        EntryDraft facts = draft();
        Domain.Require.That(facts.Key.Equals(key), "a draft with the key that was looked up");
        Guid id = run.System.Create(EntryRows.RowOf(facts, name).Plain());
        run.Trace($"Posted {facts.Points} points as {key}.");
        return new Appended { Result = PostingResult.Accepted, EntryId = id };
    }

    /// <summary>Null if nothing was posted under this key.</summary>
    public Guid? FindId(SourceKey key) => Find(key)?.Id;

    /// <summary>
    /// For a caller that has locked the member and knows that the key is new, because it read the document's entries:
    /// saves the lookup and a second lock.
    /// </summary>
    public Guid AppendLocked(EntryDraft draft, string name)
    {
        var request = new CreateRequest
        {
            Target = EntryRows.RowOf(draft, name).Plain(),
            [LockedTag] = draft.Key.ToString(),
        };
        Guid id = ((CreateResponse)run.System.Execute(request)).id;
        run.Trace($"Posted {draft.Points} points as {draft.Key}.");
        return id;
    }

    /// <summary>The same where the gate still has to lock the member.</summary>
    public Guid AppendNew(EntryDraft draft, string name)
    {
        Guid id = run.System.Create(EntryRows.RowOf(draft, name).Plain());
        run.Trace($"Posted {draft.Points} points as {draft.Key}.");
        return id;
    }

    /// <summary>Whether whoever creates this entry says that the member is locked already.</summary>
    public static bool IsUnderLock(StepRun run, SourceKey key) =>
        run.Context.SharedVariables.TryGetValue(LockedTag, out object? tag) && Equals(tag, key.ToString());

    /// <summary>An entry that is known to exist, with what an answer to its poster needs.</summary>
    public LoyaltyEntry Read(Guid entryId) =>
        run.System.Retrieve(LoyaltyEntry.Table, entryId, AnswerColumns()).ToEntity<LoyaltyEntry>();

    /// <summary>The same with everything that the ledger posted, for taking it back.</summary>
    public LedgerEntry ReadEntry(Guid entryId) => EntryRows.WholeOf(
        run.System.Retrieve(LoyaltyEntry.Table, entryId, EntryRows.Columns()).ToEntity<LoyaltyEntry>());

    /// <summary>By what the source was paid for where that happens once, so that a customer who was swapped or merged
    /// meanwhile is not paid again.</summary>
    public LoyaltyEntry? Find(SourceKey key)
    {
        bool once = EntryKinds.PaysOncePerSource(key.Kind);
        var query = new QueryExpression(LoyaltyEntry.Table) { ColumnSet = new ColumnSet(LoyaltyEntry.Columns.Id) };
        query.Criteria.AddCondition(
            once ? LoyaltyEntry.Columns.PaymentKey : LoyaltyEntry.Columns.SourceKey,
            ConditionOperator.Equal,
            once ? key.PaymentKey : key.ToString());
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyEntry>();
    }

    private static ColumnSet AnswerColumns() => new(
        LoyaltyEntry.Columns.Points,
        LoyaltyEntry.Columns.Reason,
        LoyaltyEntry.Columns.BalanceAfter);
}
