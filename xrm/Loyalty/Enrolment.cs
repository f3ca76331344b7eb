using System;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>A customer joins a programme, or comes back to it.</summary>
internal sealed class Enrolment
{
    private readonly StepRun run;

    public Enrolment(StepRun run) => this.run = run;

    /// <summary>Whether the last call made a member; false for one that was there or came back.</summary>
    public bool IsNew { get; private set; }

    /// <param name="programmeId">Of a running programme.</param>
    /// <param name="customer">An account or a contact.</param>
    /// <param name="referralCode">Of the member who recommended it; may be empty, and counts for new members.</param>
    public Guid Enrol(Guid programmeId, EntityReference customer, string referralCode)
    {
        if (customer.LogicalName is not (Customer.AccountTable or Customer.ContactTable))
            throw new BusinessRuleException(UserText.CustomerTableIsUnknown);
        CustomerProfile profile = new CustomerReader(run.System).Find(customer)
            ?? throw new BusinessRuleException(UserText.CustomerIsMissing);
        if (profile.IsExcluded) throw new BusinessRuleException(UserText.CustomerIsExcluded);
        Membership? member = profile.Memberships
            .Where(one => one.ProgrammeId == programmeId)
            .OrderByDescending(one => one.IsActive)
            .ThenBy(one => one.Id.ToString("N"), StringComparer.Ordinal)
            .FirstOrDefault();
        if (member is { IsActive: true }) return member.Id;
        if (member is not null) return ComeBack(member.Id);

        Membership joined = new CustomerEnroller(run.System).Enrol(programmeId, customer, run.Now);
        IsNew = joined.IsNew;
        if (IsNew && referralCode.Length > 0) Refer(customer, referralCode);
        return joined.Id;
    }

    /// <summary>Within the freeze with all points; after it, what the freeze has kept is lost.</summary>
    private Guid ComeBack(Guid memberId)
    {
        MemberWork member = MemberWork.Open(run, memberId, MemberApis.EnrolMember.Name);
        var lifecycle = (Lifecycle)(member.Row.Lifecycle ?? 0);
        if (lifecycle is Lifecycle.Merged or Lifecycle.Erased)
            throw new BusinessRuleException(UserText.MemberCannotComeBack);
        bool isTooLate = lifecycle == Lifecycle.Frozen
            && member.Row.FrozenUntil is { } until && Domain.Day.Of(until) < member.Today;
        if (isTooLate) new Leaving(run, member).ForfeitFrozen();
        member.Change(new LoyaltyMember
        {
            [LoyaltyMember.Columns.State] = new OptionSetValue(0),
            Lifecycle = (int)Lifecycle.Active,
            FrozenUntil = null,
        });
        return memberId;
    }

    private void Refer(EntityReference customer, string code) => run.System.Create(new ReferralRow
    {
        Code = code,
        RefereeCustomer = customer,
    }.Plain());
}
