using System;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>Points for events without a purchase. A paused programme and a member who has left get none.</summary>
internal sealed class EventPoints
{
    private readonly StepRun run;

    public EventPoints(StepRun run) => this.run = run;

    /// <summary>By the programme's settings; switched off means nothing to do.</summary>
    public void Award(Guid memberId, BonusEvent occasion, Func<MemberWork, Guid> sourceOf)
    {
        MemberWork member = MemberWork.Open(run, memberId, occasion.ToString());
        int points = EventPay.PointsOf(member.Settings.Bonuses, occasion);
        if (points == 0) run.NothingToDo($"{occasion} gives no points.");
        else if (!member.Row.IsActive || member.Settings.IsPaused) run.NothingToDo("member or programme rests.");
        else Post(member, occasion, points, sourceOf(member));
    }

    public Guid Post(MemberWork member, BonusEvent occasion, int points, Guid source) =>
        member.Post(member.Credit(EntryKind.Bonus, source, points, isHeld: true), occasion.ToString());

    /// <summary>A survey or a review that was received, in every programme of the customer.</summary>
    public void Award(Guid feedbackId, FeedbackRow feedback)
    {
        if (feedback.CustomerId is not { } customer) return;
        if (feedback.Kind is not ((int)FeedbackKind.Survey or (int)FeedbackKind.Review)) return;
        string subject = string.IsNullOrEmpty(feedback.OrderId) ? feedbackId.ToString("N") : feedback.OrderId!;
        foreach (Guid member in new MemberFinder(run.System).ActiveOf(customer.Id))
        {
            if (feedback.Kind == (int)FeedbackKind.Survey)
                Award(member, BonusEvent.Survey, work => EventPay.SurveySource(work.Id, work.Today));
            else
                Award(member, BonusEvent.Review, work => EventPay.ReviewSource(work.Id, subject));
        }
    }

    /// <summary>What a caller asks for: the programme's points, or those that are named.</summary>
    /// <param name="member">Locked.</param>
    /// <param name="occasionName">Of <see cref="BonusEvent"/>.</param>
    /// <param name="named">0: as the programme says.</param>
    /// <param name="requestId">Pays once.</param>
    public LoyaltyEntry Ask(MemberWork member, string occasionName, int named, string requestId)
    {
        bool isKnown = Enum.TryParse(occasionName, ignoreCase: true, out BonusEvent occasion)
            && Enum.IsDefined(typeof(BonusEvent), occasion);
        if (!isKnown)
            throw new BusinessRuleException(
                UserText.EventIsUnknown, string.Join(", ", Enum.GetNames(typeof(BonusEvent))));
        int limit = new SettingReader(run.System).ReadAdjustmentLimit();
        if (named > limit) throw new BusinessRuleException(UserText.PointsAboveLimit, limit, named);
        var ledger = new LedgerStore(run);
        Guid source = SourceKey.SourceNamed(requestId);
        if (ledger.Find(member.Key(EntryKind.Bonus, source)) is { } paid) return ledger.Read(paid.Id);

        member.RequireActive();
        if (member.Settings.IsPaused) throw new BusinessRuleException(UserText.ProgrammeIsNotRunning);
        int points = named != 0 ? named : EventPay.PointsOf(member.Settings.Bonuses, occasion);
        if (points <= 0) throw new BusinessRuleException(UserText.EventPaysNothing);
        return ledger.Read(Post(member, occasion, points, source));
    }
}
