using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// The one place where the columns of a programme meet its settings. An empty column means the domain's default; text
/// that is no setting becomes a value that the programme's check names.
/// </summary>
internal static class ProgrammeRows
{
    private const string ZoneRow = "zone";
    private const int NoDay = -1;
    private const int DefaultExpiryMonths = 12;

    /// <summary>Time zone code 110 of the platform: what an empty column counts as.</summary>
    private const string DefaultZone = "W. Europe Standard Time";

    /// <summary>Asks for everything that the reading side needs: the programme's columns and its time
    /// zone's.</summary>
    public static void AddTo(QueryExpression query)
    {
        query.ColumnSet = Columns();
        LinkZone(query.AddLink(
            TimeZoneDefinition.Table,
            LoyaltyProgram.Columns.TimeZone,
            TimeZoneDefinition.Columns.Code,
            JoinOperator.LeftOuter));
    }

    /// <summary>The same for a programme that another table's query links to.</summary>
    public static void AddTo(LinkEntity programme)
    {
        programme.Columns = Columns();
        LinkZone(programme.AddLink(
            TimeZoneDefinition.Table,
            LoyaltyProgram.Columns.TimeZone,
            TimeZoneDefinition.Columns.Code,
            JoinOperator.LeftOuter));
    }

    public static RunningProgramme Of(Entity row)
    {
        LoyaltyProgram programme = row.ToEntity<LoyaltyProgram>();
        return new RunningProgramme
        {
            Settings = SettingsOf(programme),
            Name = programme.Name ?? "",
            Zone = ZoneOf(programme.TimeZone is null
                ? DefaultZone
                : row.Linked<string>(ZoneRow, TimeZoneDefinition.Columns.WindowsId)),
            Currency = programme.CurrencyId,
            TiersAwaitReevaluation = programme.TiersDirty ?? false,
        };
    }

    /// <summary>Of a row of another table that linked the programme under this alias.</summary>
    public static RunningProgramme Of(Entity row, string alias)
    {
        var programme = new Entity(LoyaltyProgram.Table);
        string prefix = alias + ".";
        foreach (KeyValuePair<string, object> column in row.Attributes)
        {
            if (column.Value is not AliasedValue linked) continue;
            if (column.Key.StartsWith(prefix, StringComparison.Ordinal))
                programme[linked.AttributeLogicalName] = linked.Value;
            else if (column.Key.StartsWith(ZoneRow + ".", StringComparison.Ordinal))
                programme[column.Key] = linked;
        }

        programme.Id = programme.GetAttributeValue<Guid>(LoyaltyProgram.Columns.Id);
        return Of(programme);
    }

    private static Programme SettingsOf(LoyaltyProgram row)
    {
        var fallback = new Programme();
        return new Programme
        {
            Id = row.Id,
            Basis = row.Basis,
            Milestone = row.Milestone,
            PointsPerStep = row.PointsPerStep ?? fallback.PointsPerStep,
            StepAmount = row.StepAmount ?? fallback.StepAmount,
            IsPaused = row.IsPaused ?? false,
            AutoEnrols = row.AutoEnrol ?? true,
            Earning = new EarningSettings
            {
                Beneficiary = (BeneficiaryKind)(row.Beneficiary ?? 0),
                RedeemedShareEarns = row.EarnOnRedeemed ?? false,
                PartialPayment = (PartialPayment)(row.PartialPayment ?? 0),
                IsRetroactive = row.Retroactive ?? false,
            },
            Expiry = ExpiryOf(row, fallback.Expiry),
            Returns = (NegativePolicy)(row.NegativePolicy ?? (int)fallback.Returns),
            Redemption = RedemptionOf(row, fallback.Redemption),
            Tiers = new TierSettings
            {
                Window = (TierWindow)(row.TierWindow ?? (int)fallback.Tiers.Window),
                Downgrade = (DowngradePolicy)(row.Downgrade ?? (int)fallback.Tiers.Downgrade),
                GraceDays = row.TierGraceDays ?? fallback.Tiers.GraceDays,
            },
            Moving = new MovingSettings
            {
                TransfersPerYear = row.TransfersPerYear ?? fallback.Moving.TransfersPerYear,
                TransferPointsPerYear = row.TransferLimit ?? fallback.Moving.TransferPointsPerYear,
                Leaving = (LeavePolicy)(row.LeavePolicy ?? (int)fallback.Moving.Leaving),
                FreezeDays = row.FreezeDays ?? fallback.Moving.FreezeDays,
            },
            Bonuses = new BonusSettings
            {
                Birthday = row.BirthdayPoints ?? 0,
                Anniversary = row.AnniversaryPoints ?? 0,
                Welcome = row.WelcomePoints ?? 0,
                Survey = row.SurveyPoints ?? 0,
                Review = row.ReviewPoints ?? 0,
                Referrer = row.ReferrerPoints ?? 0,
                Referee = row.RefereePoints ?? 0,
            },
            Notices = (NoticeKind)(row.NoticeKind ?? (int)fallback.Notices),
        };
    }

    private static ExpirySettings ExpiryOf(LoyaltyProgram row, ExpirySettings fallback) => new()
    {
        HoldingDays = row.HoldingDays ?? fallback.HoldingDays,
        Kind = (ExpiryKind)(row.ExpiryKind ?? (int)fallback.Kind),
        Months = row.ExpiryMonths ?? DefaultExpiryMonths,
        Years = row.ExpiryYears ?? fallback.Years,
        FixedMonth = row.ExpiryMonth ?? fallback.FixedMonth,
        FixedDay = row.ExpiryDay ?? fallback.FixedDay,
        Mode = (ExpiryMode)(row.ExpiryMode ?? (int)fallback.Mode),
        AdjustmentIsActivity = row.ActivityCountsAdjust ?? fallback.AdjustmentIsActivity,
        ReturnIsActivity = row.ActivityCountsReturn ?? fallback.ReturnIsActivity,
        GraceDays = row.GraceDays ?? fallback.GraceDays,
        ReminderDays = row.ReminderDays is { } text ? DaysIn(text) : fallback.ReminderDays,
    };

    private static RedemptionSettings RedemptionOf(LoyaltyProgram row, RedemptionSettings fallback) => new()
    {
        StepPoints = row.RedeemStep ?? fallback.StepPoints,
        StepValue = row.RedeemValue ?? fallback.StepValue,
        MinimumPoints = row.RedeemMinimum ?? fallback.MinimumPoints,
        CapPercent = row.RedeemCap ?? fallback.CapPercent,
        ReservationMinutes = row.ReservationMinutes ?? fallback.ReservationMinutes,
        LowersTaxes = row.RedeemTaxes ?? fallback.LowersTaxes,
    };

    private static IReadOnlyList<int> DaysIn(string text) => text
        .Split(new[] { ',' }, StringSplitOptions.RemoveEmptyEntries)
        .Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int days)
            ? days
            : NoDay)
        .ToArray();

    private static ProgrammeZone? ZoneOf(string? windowsId)
    {
        if (windowsId is null || !ProgrammeZone.IsWindowsId(windowsId)) return null;
        try
        {
            return new ProgrammeZone(TimeZoneInfo.FindSystemTimeZoneById(windowsId));
        }
        catch (TimeZoneNotFoundException)
        {
            return null;
        }
    }

    private static void LinkZone(LinkEntity zone)
    {
        zone.EntityAlias = ZoneRow;
        zone.Columns = new ColumnSet(TimeZoneDefinition.Columns.WindowsId);
    }

    private static ColumnSet Columns() => new(
        LoyaltyProgram.Columns.Id, LoyaltyProgram.Columns.Name,
        LoyaltyProgram.Columns.Basis, LoyaltyProgram.Columns.Milestone,
        LoyaltyProgram.Columns.PointsPerStep, LoyaltyProgram.Columns.StepAmount,
        LoyaltyProgram.Columns.IsPaused, LoyaltyProgram.Columns.AutoEnrol,
        LoyaltyProgram.Columns.Beneficiary, LoyaltyProgram.Columns.EarnOnRedeemed,
        LoyaltyProgram.Columns.PartialPayment, LoyaltyProgram.Columns.CurrencyId,
        LoyaltyProgram.Columns.TimeZone, LoyaltyProgram.Columns.Retroactive,
        LoyaltyProgram.Columns.HoldingDays, LoyaltyProgram.Columns.ExpiryKind,
        LoyaltyProgram.Columns.ExpiryMonths, LoyaltyProgram.Columns.ExpiryYears,
        LoyaltyProgram.Columns.ExpiryMonth, LoyaltyProgram.Columns.ExpiryDay,
        LoyaltyProgram.Columns.ExpiryMode, LoyaltyProgram.Columns.ActivityCountsAdjust,
        LoyaltyProgram.Columns.ActivityCountsReturn, LoyaltyProgram.Columns.GraceDays,
        LoyaltyProgram.Columns.ReminderDays, LoyaltyProgram.Columns.NegativePolicy,
        LoyaltyProgram.Columns.RedeemStep, LoyaltyProgram.Columns.RedeemValue,
        LoyaltyProgram.Columns.RedeemMinimum, LoyaltyProgram.Columns.RedeemCap,
        LoyaltyProgram.Columns.RedeemTaxes,
        LoyaltyProgram.Columns.ReservationMinutes, LoyaltyProgram.Columns.LeavePolicy,
        LoyaltyProgram.Columns.FreezeDays, LoyaltyProgram.Columns.TransfersPerYear,
        LoyaltyProgram.Columns.TransferLimit, LoyaltyProgram.Columns.TierWindow,
        LoyaltyProgram.Columns.Downgrade, LoyaltyProgram.Columns.TierGraceDays,
        LoyaltyProgram.Columns.BirthdayPoints, LoyaltyProgram.Columns.AnniversaryPoints,
        LoyaltyProgram.Columns.WelcomePoints, LoyaltyProgram.Columns.SurveyPoints,
        LoyaltyProgram.Columns.ReviewPoints, LoyaltyProgram.Columns.ReferrerPoints,
        LoyaltyProgram.Columns.RefereePoints, LoyaltyProgram.Columns.NoticeKind,
        LoyaltyProgram.Columns.TiersDirty);
}
