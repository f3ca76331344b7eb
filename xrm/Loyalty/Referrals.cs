using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// Recommendations: a new customer names the code of a member, and the first order that earns pays both of them.
/// </summary>
internal sealed class Referrals
{
    private readonly StepRun run;

    public Referrals(StepRun run) => this.run = run;

    /// <summary>Fills a new row in: who recommended, and that this customer is recommended once.</summary>
    /// <exception cref="BusinessRuleException">The code is unknown or the customer's own.</exception>
    public void Accept(ReferralRow row)
    {
        if (!VoucherCode.TryNormalise(row.Code, out string code))
            throw new BusinessRuleException(UserText.ReferralCodeIsUnknown);
        if (row.RefereeCustomer is not { } referee) throw new BusinessRuleException(UserText.CustomerIsMissing);
        LoyaltyMember referrer = ReferrerOf(code) ?? throw new BusinessRuleException(UserText.ReferralCodeIsUnknown);
        if (referrer.CustomerId?.Id == referee.Id) throw new BusinessRuleException(UserText.ReferralOfOneself);
        row.Code = code;
        row.Name = code;
        row.ReferrerMemberId = new EntityReference(LoyaltyMember.Table, referrer.Id);
        row.Key = new MemberKey(referrer.ProgramId.Id, referee.Id).ToString();
        row.State = (int)ReferralState.Open;
    }

    /// <summary>A member has earned whom somebody recommended: this may be the order that was waited for.</summary>
    /// <param name="refereeId">The member.</param>
    /// <param name="waiting">The recommendation, with its key and who gave it.</param>
    public void Qualify(Guid refereeId, ReferralRow waiting)
    {
        if (waiting is { Key: { } key, ReferrerMemberId: { } referrer }) Qualify(key, referrer.Id, refereeId);
        else run.NothingToDo("the member that recommended the programme was deleted.");
    }

    private void Qualify(string key, Guid referrerId, Guid refereeId)
    {
        IReadOnlyList<MemberWork> both = MemberWork.OpenAll(run, new[] { referrerId, refereeId }, "referral");
        MemberWork referrer = both.First(one => one.Id == referrerId);
        MemberWork referee = both.First(one => one.Id == refereeId);
        if (Find(key) is not { } row) return;
        var referral = new Referral
        {
            ReferrerCustomerId = referrer.Row.CustomerId?.Id ?? Guid.Empty,
            RefereeCustomerId = referee.Row.CustomerId?.Id ?? Guid.Empty,
            ReferrerIsActive = referrer.Row.IsActive,
            RecommendedOn = DayOf(referee, row.GetAttributeValue<DateTime>(CreatedOn)),
            FirstOrderOn = FirstOrderOn(referee),
        };
        ReferralResult result = referral.Check();
        if (result == ReferralResult.RefereeHasNotBought) return;
        bool isQualified = result == ReferralResult.Qualified;
        if (isQualified) Pay(referrer, BonusEvent.Referrer, row.Id);
        if (isQualified) Pay(referee, BonusEvent.Referee, row.Id);
        Versioned.Update(run.System, row, new ReferralRow
        {
            State = (int)(isQualified ? ReferralState.Qualified : ReferralState.Refused),
            QualifiedOn = isQualified ? run.Now : null,
            Reason = result.ToString(),
        });
    }

    private void Pay(MemberWork member, BonusEvent occasion, Guid referralId)
    {
        int points = EventPay.PointsOf(member.Settings.Bonuses, occasion);
        if (points > 0) new EventPoints(run).Post(member, occasion, points, referralId);
    }

    private static Day DayOf(MemberWork member, DateTime utc) =>
        member.Programme.Today(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    private Day? FirstOrderOn(MemberWork referee)
    {
        var query = new QueryExpression(LoyaltyEntry.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyEntry.Columns.BookedOn),
            TopCount = 1,
        };
        query.Criteria.AddCondition(LoyaltyEntry.Columns.MemberId, ConditionOperator.Equal, referee.Id);
        query.Criteria.AddCondition(
            LoyaltyEntry.Columns.Kind, ConditionOperator.Equal, Choice.First + (int)EntryKind.Earn);
        query.AddOrder(LoyaltyEntry.Columns.Sequence, OrderType.Ascending);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyEntry>().BookedOn
            is { } first
            ? DayOf(referee, first)
            : null;
    }

    private LoyaltyMember? ReferrerOf(string code)
    {
        var query = new QueryExpression(LoyaltyMember.Table)
        {
            ColumnSet = new ColumnSet(LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.CustomerId),
        };
        query.Criteria.AddCondition(LoyaltyMember.Columns.ReferralCode, ConditionOperator.Equal, code);
        query.Criteria.AddCondition(LoyaltyMember.Columns.State, ConditionOperator.Equal, 0);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<LoyaltyMember>();
    }

    /// <summary>Only one that still waits.</summary>
    private ReferralRow? Find(string key)
    {
        var query = new QueryExpression(ReferralRow.Table)
        {
            ColumnSet = new ColumnSet(ReferralRow.Columns.ReferrerMemberId, CreatedOn),
        };
        query.Criteria.AddCondition(ReferralRow.Columns.Key, ConditionOperator.Equal, key);
        query.Criteria.AddCondition(
            ReferralRow.Columns.State, ConditionOperator.Equal, Choice.First + (int)ReferralState.Open);
        return run.System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<ReferralRow>();
    }

    private const string CreatedOn = "createdon";
}
