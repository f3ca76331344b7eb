using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>A member leaves: the balance is lost, paid out, or kept for so many days, as the programme says.</summary>
internal sealed class Leaving
{
    private readonly StepRun run;
    private readonly MemberWork member;

    public Leaving(StepRun run, MemberWork member)
    {
        this.run = run;
        this.member = member;
    }

    /// <summary>The same request gets the same answer again.</summary>
    public LeavePlan Leave(string requestId)
    {
        Guid source = SourceKey.SourceNamed(requestId);
        if (!member.Row.IsActive) return Past(source);
        if (new RedemptionStore(run.System).HasReserved(member.Id))
            throw new BusinessRuleException(UserText.MemberHasOpenReservations);

        LeavePlan plan = LeavePlan.Of(member.Settings, member.Head, member.Today);
        Post(EntryKind.PayOut, source, plan.PaidOutPoints);
        Post(EntryKind.Forfeit, source, plan.ForfeitedPoints);
        var changes = new LoyaltyMember
        {
            [LoyaltyMember.Columns.State] = new OptionSetValue(1),
            Lifecycle = (int)(plan.FrozenUntil is null ? Lifecycle.Left : Lifecycle.Frozen),
            FrozenUntil = plan.FrozenUntil?.Midnight,
        };
        if (plan.FrozenUntil is { } last) changes.NextDueDate = DueAfter(last).Midnight;
        member.Change(changes);
        return plan;
    }

    /// <summary>The freeze is over: what it has kept is lost. Asked again, it changes nothing.</summary>
    public void ForfeitFrozen()
    {
        string until = member.Row.FrozenUntil is { } last ? Day.Of(last).ToString() : "";
        Guid source = SourceKey.SourceNamed("frozen until " + until + " " + member.Id.ToString("N"));
        Post(EntryKind.Forfeit, source, LeavePlan.Forfeit(member.Head).ForfeitedPoints);
    }

    private void Post(EntryKind kind, Guid source, int points)
    {
        if (points != 0) member.Post(member.Draft(kind, source, points), kind.ToString());
    }

    private Day DueAfter(Day last)
    {
        Day due = last.AddDays(1);
        return member.Row.NextDueDate is { } next ? Day.Earlier(due, Day.Of(next)) : due;
    }

    /// <exception cref="BusinessRuleException">Another request has ended this membership.</exception>
    private LeavePlan Past(Guid source)
    {
        int paid = PointsOf(EntryKind.PayOut, source);
        int lost = PointsOf(EntryKind.Forfeit, source);
        var lifecycle = (Lifecycle)(member.Row.Lifecycle ?? 0);
        bool isSame = paid != 0 || lost != 0 || lifecycle is Lifecycle.Frozen or Lifecycle.Left;
        if (!isSame) throw new BusinessRuleException(UserText.MemberIsInactive);
        return new LeavePlan
        {
            PaidOutPoints = paid,
            PaidOutValue = member.Settings.Redemption.ValueOf(-paid),
            ForfeitedPoints = lost,
            FrozenUntil = member.Row.FrozenUntil is { } until ? Day.Of(until) : null,
        };
    }

    private int PointsOf(EntryKind kind, Guid source)
    {
        var ledger = new LedgerStore(run);
        return ledger.Find(member.Key(kind, source)) is { } entry ? ledger.Read(entry.Id).Points : 0;
    }
}
