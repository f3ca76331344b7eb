using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Read and written by <see cref="Stores.EntryRows"/> only, where each column meets its fact.</summary>
[EntityLogicalName(Table)]
internal sealed class LoyaltyEntry : Entity
{
    public const string Table = "crmx_loyaltyentry";

    public LoyaltyEntry()
        : base(Table)
    {
    }

    public EntityReference MemberId => GetAttributeValue<EntityReference>(Columns.MemberId);

    public int Points => GetAttributeValue<int>(Columns.Points);

    public string SourceKey => GetAttributeValue<string>(Columns.SourceKey);

    public int? BalanceAfter => GetAttributeValue<int?>(Columns.BalanceAfter);

    public DateTime? BookedOn => GetAttributeValue<DateTime?>(Columns.BookedOn);

    public DateTime? AvailableFrom => this.Moment(Columns.AvailableFrom);
    public DateTime? ExpiresOn => this.Moment(Columns.ExpiresOn);
    public DateTime? EarnedOn => this.Moment(Columns.EarnedOn);
    public int? StatusPoints => this.Whole(Columns.StatusPoints);
    public int? StatusOrders => this.Whole(Columns.StatusOrders);
    public string? Allocation => this.Text(Columns.Allocation);
    public EntityReference? ReversesId => this.Link(Columns.ReversesId);
    public string? OriginMemberId => this.Text(Columns.OriginMemberId);
    public string? PaymentKey => this.Text(Columns.PaymentKey);
    public string? DocumentNumber => this.Text(Columns.DocumentNumber);
    public decimal? CurrencyRate => this.Amount(Columns.CurrencyRate);
    public decimal? ProgrammeRate => this.Amount(Columns.ProgrammeRate);
    public EntityReference? ImportBatchId => this.Link(Columns.ImportBatchId);
    public EntityReference? RuleId => this.Link(Columns.RuleId);
    public string? NoteHash => this.Text(Columns.NoteHash);

    public static class Columns
    {
        public const string Id = "crmx_loyaltyentryid", State = "statecode", Status = "statuscode", Name = "crmx_name";
        public const string MemberId = "crmx_memberid", Kind = "crmx_kind", Points = "crmx_points";
        public const string SourceKey = "crmx_sourcekey";
        public const string Sequence = "crmx_sequence", BalanceAfter = "crmx_balanceafter";
        public const string BookedOn = "crmx_bookedon", OriginatorId = "crmx_originatorid", Reason = "crmx_reason";
        public const string SourceTable = "crmx_sourcetable", SourceId = "crmx_sourceid";
        public const string Basis = "crmx_basis", BasisAmount = "crmx_basisamount", Breakdown = "crmx_breakdown";
        public const string PreviousHash = "crmx_previoushash", Hash = "crmx_hash";
        public const string AvailableFrom = "crmx_availablefrom", ExpiresOn = "crmx_expireson";
        public const string EarnedOn = "crmx_earnedon", StatusPoints = "crmx_statuspoints";
        public const string StatusOrders = "crmx_statusorders";
        public const string Allocation = "crmx_allocation", ReversesId = "crmx_reversesid";
        public const string OriginMemberId = "crmx_originmemberid", PaymentKey = "crmx_paymentkey";
        public const string DocumentNumber = "crmx_documentnumber", CurrencyRate = "crmx_currencyrate";
        public const string ProgrammeRate = "crmx_programmerate", ImportBatchId = "crmx_importbatchid";
        public const string RuleId = "crmx_ruleid", NoteHash = "crmx_notehash";
    }
}
