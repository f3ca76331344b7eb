using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

[EntityLogicalName(Table)]
internal sealed class LoyaltyProgram : Entity
{
    public const string Table = "crmx_loyaltyprogram";

    public LoyaltyProgram()
        : base(Table)
    {
    }

    public string Name => GetAttributeValue<string>(Columns.Name);

    public EarningBasis Basis => (EarningBasis)(this.Number(Columns.Basis) ?? 0);

    public Milestone Milestone => (Milestone)(this.Number(Columns.Milestone) ?? 0);

    public int? PointsPerStep => GetAttributeValue<int?>(Columns.PointsPerStep);

    public decimal? StepAmount => GetAttributeValue<decimal?>(Columns.StepAmount);

    public bool? IsPaused => GetAttributeValue<bool?>(Columns.IsPaused);

    public bool? AutoEnrol => GetAttributeValue<bool?>(Columns.AutoEnrol);

    public int? Beneficiary => this.Number(Columns.Beneficiary);
    public bool? EarnOnRedeemed => this.Flag(Columns.EarnOnRedeemed);
    public int? PartialPayment => this.Number(Columns.PartialPayment);
    public EntityReference? CurrencyId => this.Link(Columns.CurrencyId);
    public int? TimeZone => this.Whole(Columns.TimeZone);
    public bool? Retroactive => this.Flag(Columns.Retroactive);
    public int? HoldingDays => this.Whole(Columns.HoldingDays);
    public int? ExpiryKind => this.Number(Columns.ExpiryKind);
    public int? ExpiryMonths => this.Whole(Columns.ExpiryMonths);
    public int? ExpiryYears => this.Whole(Columns.ExpiryYears);
    public int? ExpiryMonth => this.Whole(Columns.ExpiryMonth);
    public int? ExpiryDay => this.Whole(Columns.ExpiryDay);
    public int? ExpiryMode => this.Number(Columns.ExpiryMode);
    public bool? ActivityCountsAdjust => this.Flag(Columns.ActivityCountsAdjust);
    public bool? ActivityCountsReturn => this.Flag(Columns.ActivityCountsReturn);
    public int? GraceDays => this.Whole(Columns.GraceDays);
    public string? ReminderDays => this.Text(Columns.ReminderDays);
    public int? NegativePolicy => this.Number(Columns.NegativePolicy);
    public int? RedeemStep => this.Whole(Columns.RedeemStep);
    public decimal? RedeemValue => this.Amount(Columns.RedeemValue);
    public int? RedeemMinimum => this.Whole(Columns.RedeemMinimum);
    public decimal? RedeemCap => this.Amount(Columns.RedeemCap);
    public bool? RedeemTaxes => this.Flag(Columns.RedeemTaxes);
    public int? ReservationMinutes => this.Whole(Columns.ReservationMinutes);
    public int? LeavePolicy => this.Number(Columns.LeavePolicy);
    public int? FreezeDays => this.Whole(Columns.FreezeDays);
    public int? TransfersPerYear => this.Whole(Columns.TransfersPerYear);
    public int? TransferLimit => this.Whole(Columns.TransferLimit);
    public int? TierWindow => this.Number(Columns.TierWindow);
    public int? Downgrade => this.Number(Columns.Downgrade);
    public int? TierGraceDays => this.Whole(Columns.TierGraceDays);
    public bool? TiersDirty => this.Flag(Columns.TiersDirty);
    public bool? ExpiryDirty => this.Flag(Columns.ExpiryDirty);
    public int? BirthdayPoints => this.Whole(Columns.BirthdayPoints);
    public int? AnniversaryPoints => this.Whole(Columns.AnniversaryPoints);
    public int? WelcomePoints => this.Whole(Columns.WelcomePoints);
    public int? SurveyPoints => this.Whole(Columns.SurveyPoints);
    public int? ReviewPoints => this.Whole(Columns.ReviewPoints);
    public int? ReferrerPoints => this.Whole(Columns.ReferrerPoints);
    public int? RefereePoints => this.Whole(Columns.RefereePoints);
    public int? NoticeKind => this.Number(Columns.NoticeKind);

    public static class Columns
    {
        public const string Id = "crmx_loyaltyprogramid", Name = "crmx_name", State = "statecode";
        public const string Basis = "crmx_basis", Milestone = "crmx_milestone", IsPaused = "crmx_ispaused";
        public const string PointsPerStep = "crmx_pointsperstep", StepAmount = "crmx_stepamount";
        public const string AutoEnrol = "crmx_autoenrol";
        public const string Beneficiary = "crmx_beneficiary", EarnOnRedeemed = "crmx_earnonredeemed";
        public const string PartialPayment = "crmx_partialpayment", CurrencyId = "crmx_currencyid";
        public const string TimeZone = "crmx_timezone", Retroactive = "crmx_retroactive";
        public const string HoldingDays = "crmx_holdingdays", ExpiryKind = "crmx_expirykind";
        public const string ExpiryMonths = "crmx_expirymonths", ExpiryYears = "crmx_expiryyears";
        public const string ExpiryMonth = "crmx_expirymonth", ExpiryDay = "crmx_expiryday";
        public const string ExpiryMode = "crmx_expirymode", ActivityCountsAdjust = "crmx_activitycountsadjust";
        public const string ActivityCountsReturn = "crmx_activitycountsreturn", GraceDays = "crmx_gracedays";
        public const string ReminderDays = "crmx_reminderdays", NegativePolicy = "crmx_negativepolicy";
        public const string RedeemStep = "crmx_redeemstep", RedeemValue = "crmx_redeemvalue";
        public const string RedeemMinimum = "crmx_redeemminimum", RedeemCap = "crmx_redeemcap";
        public const string RedeemTaxes = "crmx_redeemtaxes";
        public const string ReservationMinutes = "crmx_reservationminutes", LeavePolicy = "crmx_leavepolicy";
        public const string FreezeDays = "crmx_freezedays", TransfersPerYear = "crmx_transfersperyear";
        public const string TransferLimit = "crmx_transferlimit", TierWindow = "crmx_tierwindow";
        public const string Downgrade = "crmx_downgrade", TierGraceDays = "crmx_tiergracedays";
        public const string TiersDirty = "crmx_tiersdirty", ExpiryDirty = "crmx_expirydirty";
        public const string BirthdayPoints = "crmx_birthdaypoints", AnniversaryPoints = "crmx_anniversarypoints";
        public const string WelcomePoints = "crmx_welcomepoints", SurveyPoints = "crmx_surveypoints";
        public const string ReviewPoints = "crmx_reviewpoints", ReferrerPoints = "crmx_referrerpoints";
        public const string RefereePoints = "crmx_refereepoints", NoticeKind = "crmx_noticekind";
    }
}
