using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Folds members of one programme into one: the ledgers combine, lots and status months keep their dates, the emptied
/// member is archived and says where its points went. Everything happens under the locks of all of them.
/// </summary>
internal sealed class MemberMerge
{
    private readonly StepRun run;
    private readonly MemberStore members;
    private readonly MergedMemberStore rows;

    public MemberMerge(StepRun run)
    {
        this.run = run;
        members = new MemberStore(run.System);
        rows = new MergedMemberStore(run.System);
    }

    /// <summary>
    /// The one member that a posting is for, after duplicates were folded; null for a customer without any. A customer
    /// with one active member costs no request.
    /// </summary>
    public Membership? MemberToPay(Participation payer)
    {
        if (payer.Member is not { } member) return null;
        if (payer.DuplicateIds.Count > 0)
        {
            Fold(member.Id, payer.DuplicateIds);
            return member;
        }

        return member.MergedIntoId is { } into ? rows.Follow(into) ?? member : member;
    }

    /// <summary>Members that share programme and customer after their customers were merged.</summary>
    /// <returns>Members that were folded.</returns>
    public int FoldAllOf(EntityReference customer)
    {
        int folded = 0;
        foreach (IReadOnlyList<Membership> same in rows.ActiveByProgramme(customer))
            folded += Fold(same[0].Id, same.Skip(1).Select(member => member.Id).ToArray());
        return folded;
    }

    /// <summary>Locks all, then moves what the duplicates have. Whoever is not active any more is left alone.</summary>
    /// <returns>Members that were folded.</returns>
    public int Fold(Guid staysId, IReadOnlyList<Guid> duplicateIds)
    {
        if (duplicateIds.Count == 0) return 0;
        Lock(duplicateIds.Concat(new[] { staysId }));
        if (!rows.Read(staysId).IsActive) return 0;

        LoyaltyMember[] duplicates = duplicateIds.Select(rows.Read).Where(member => member.IsActive).ToArray();
        foreach (LoyaltyMember duplicate in duplicates) FoldOne(duplicate, staysId, source: null);
        return duplicates.Length;
    }

    /// <summary>In the order of ids, so that nobody waits for one another.</summary>
    public void Lock(IEnumerable<Guid> memberIds)
    {
        foreach (Guid id in memberIds.Distinct().OrderBy(id => id.ToString("N"), StringComparer.Ordinal))
            members.Lock(id, "merge");
    }

    /// <summary>Only for members that are locked and active.</summary>
    /// <param name="duplicate">As read after the lock.</param>
    /// <param name="staysId">The other one.</param>
    /// <param name="source">What the entries are posted for, even if nothing moves: the same request finds them; null:
    /// this fold.</param>
    /// <returns>Points that moved; below zero for a debt.</returns>
    public int FoldOne(LoyaltyMember duplicate, Guid staysId, Guid? source)
    {
        MemberHead head = members.ReadLocked(duplicate.Id).Head;
        MergePlan plan = MergePlan.Fold(head);
        if (!plan.IsNothing || source is not null)
        {
            var entries = new MergeEntries(run, duplicate.ProgramId.Id);
            entries.Post(duplicate.Id, staysId, plan, source ?? MergePlan.SourceOf(head, staysId));
        }

        rows.Archive(duplicate, staysId);
        run.Trace($"Member {duplicate.Id} was folded into {staysId} with {plan.Points} points.");
        return plan.Points;
    }
}
