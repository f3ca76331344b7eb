using System;
using System.Collections.Generic;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A member row as the values that its programme's rules work on.</summary>
internal static class MemberRows
{
    /// <summary>
    /// Every column that <see cref="LockedOf"/> reads, and what <see cref="LockedMember.Row"/> shows.
    /// </summary>
    public static ColumnSet Columns() => new(
        LoyaltyMember.Columns.Sequence, LoyaltyMember.Columns.LastHash, LoyaltyMember.Columns.Balance,
        LoyaltyMember.Columns.OpenLots, LoyaltyMember.Columns.StatusBuckets, LoyaltyMember.Columns.State,
        LoyaltyMember.Columns.TierId, LoyaltyMember.Columns.TierSince, LoyaltyMember.Columns.TierUntil,
        LoyaltyMember.Columns.JoinedOn, LoyaltyMember.Columns.LastActivityOn, LoyaltyMember.Columns.FrozenUntil,
        LoyaltyMember.Columns.ProgramId, LoyaltyMember.Columns.CustomerId, LoyaltyMember.Columns.MemberKey,
        LoyaltyMember.Columns.MergedIntoId, LoyaltyMember.Columns.Lifecycle, LoyaltyMember.Columns.ReferralCode,
        LoyaltyMember.Columns.NextDueDate);

    /// <param name="rows">Of one member, one for each tier.</param>
    /// <param name="programme">Its programme.</param>
    public static LockedMember LockedOf(IList<Entity> rows, RunningProgramme programme)
    {
        LoyaltyMember member = rows[0].ToEntity<LoyaltyMember>();
        return new LockedMember
        {
            Row = member,
            ProgrammeId = member.ProgramId.Id,
            Found = HeadRows.Find(member),
            Programme = programme,
            Tiers = TierRows.Of(rows),
            Standing = StandingOf(member),
            JoinedOn = JoinedOn(member, programme),
            LastActivityOn = DayOf(member.LastActivityOn),
            FrozenUntil = DayOf(member.FrozenUntil),
            IsActive = member.IsActive,
        };
    }

    public static TierStanding StandingOf(LoyaltyMember member) => member.TierId is { } tier
        ? new TierStanding
        {
            TierId = tier.Id,
            Since = DayOf(member.TierSince) ?? default,
            Until = DayOf(member.TierUntil),
        }
        : TierStanding.None;

    public static Day? JoinedOn(LoyaltyMember member, RunningProgramme programme) =>
        member.Moment(LoyaltyMember.Columns.JoinedOn) is { } moment
            ? programme.Today(DateTime.SpecifyKind(moment, DateTimeKind.Utc))
            : null;

    public static Day? DayOf(DateTime? date) => date is { } day ? Day.Of(day) : null;
}
