using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// A member that a piece of work has locked: whatever is read here stays true until the transaction ends.
/// </summary>
internal sealed class MemberWork
{
    private readonly StepRun run;
    private readonly LockedMember locked;

    private MemberWork(StepRun run, LockedMember locked)
    {
        this.run = run;
        this.locked = locked;
        Today = locked.Programme.Today(run.Now);
    }

    public Guid Id => Row.Id;

    /// <summary>Customer, programme, state, life cycle, referral code.</summary>
    public LoyaltyMember Row => locked.Row;

    public MemberHead Head => locked.Head;

    /// <summary>The customer was forgotten: nothing is given to this member any more.</summary>
    public bool IsErased => locked.IsErased;

    public RunningProgramme Programme => locked.Programme;

    public Programme Settings => locked.Programme.Settings;

    /// <summary>In the programme's zone.</summary>
    public Day Today { get; }

    public EntityReference Reference => new(LoyaltyMember.Table, Id);

    /// <param name="run">Of the custom API or step.</param>
    /// <param name="memberId">Of an existing member.</param>
    /// <param name="work">What is going on, for whoever looks at the row.</param>
    public static MemberWork Open(StepRun run, Guid memberId, string work) => OpenAll(run, new[] { memberId }, work)[0];

    /// <summary>Several members, locked in the order of their ids so that nobody waits for one another.</summary>
    public static IReadOnlyList<MemberWork> OpenAll(StepRun run, IEnumerable<Guid> memberIds, string work)
    {
        var members = new MemberStore(run.System);
        IReadOnlyList<Guid> ordered = MemberFinder.InOrder(memberIds);
        foreach (Guid id in ordered) members.Lock(id, work);
        return ordered.Select(id => new MemberWork(run, members.ReadLocked(id))).ToArray();
    }

    /// <exception cref="BusinessRuleException">The member has left, is frozen or was merged.</exception>
    public MemberWork RequireActive() =>
        Row.IsActive ? this : throw new BusinessRuleException(UserText.MemberIsInactive);

    public SourceKey Key(EntryKind kind, Guid source) => new(Settings.Id, Id, kind, source);

    /// <summary>The facts that every entry has; the rest is added by whoever posts it.</summary>
    public EntryDraft Draft(EntryKind kind, Guid source, int points) => new()
    {
        Key = Key(kind, source),
        Points = points,
        BookedOn = run.Now,
        SourceId = source.ToString("D"),
        OriginatorId = run.OriginatorId,
    };

    /// <summary>The same for points that are given: they end as the programme says.</summary>
    /// <param name="kind">Of the entry.</param>
    /// <param name="source">What it is given for.</param>
    /// <param name="points">Above 0.</param>
    /// <param name="isHeld">Whether the holding period counts.</param>
    public EntryDraft Credit(EntryKind kind, Guid source, int points, bool isHeld)
    {
        LotKey lot = ExpiryPolicy.LotOf(Settings.Expiry, Today);
        return Draft(kind, source, points) with
        {
            EarnedOn = Today,
            AvailableFrom = isHeld ? lot.AvailableFrom : null,
            ExpiresOn = isHeld ? lot.ExpiresOn : ExpiryPolicy.EndOf(Settings.Expiry, Today),
        };
    }

    /// <param name="draft">Posted once, however often it is asked for.</param>
    /// <param name="name">Document number or kind; never the name of a person.</param>
    public Guid Post(EntryDraft draft, string name) =>
        new LedgerStore(run).Append(draft.Key, name, () => draft).EntryId;

    /// <summary>Writes other columns than the head.</summary>
    public void Change(LoyaltyMember changes)
    {
        changes.Id = Id;
        run.System.Update(changes.Plain());
    }
}
