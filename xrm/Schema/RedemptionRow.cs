using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>The debit stands in the ledger from the reservation on; a commit changes the state alone.</summary>
[EntityLogicalName(Table)]
internal sealed class RedemptionRow : Entity
{
    public const string Table = "crmx_redemption";

    public RedemptionRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference MemberId { get => this.Link(Columns.MemberId)!; set => this[Columns.MemberId] = value; }
    public int State { get => this.Number(Columns.State) ?? 0; set => this[Columns.State] = Choice.Of(value); }
    public int? Points { get => this.Whole(Columns.Points); set => this[Columns.Points] = value; }
    public decimal? Value { get => this.Amount(Columns.Value); set => this[Columns.Value] = value; }
    public EntityReference? RewardId { get => this.Link(Columns.RewardId); set => this[Columns.RewardId] = value; }
    public string? VoucherCode { get => this.Text(Columns.VoucherCode); set => this[Columns.VoucherCode] = value; }
    public string? DocumentTable
    {
        get => this.Text(Columns.DocumentTable);
        set => this[Columns.DocumentTable] = value;
    }
    public string? DocumentId { get => this.Text(Columns.DocumentId); set => this[Columns.DocumentId] = value; }
    public string? DocumentNumber
    {
        get => this.Text(Columns.DocumentNumber);
        set => this[Columns.DocumentNumber] = value;
    }
    public decimal? DocumentAmount
    {
        get => this.Amount(Columns.DocumentAmount);
        set => this[Columns.DocumentAmount] = value;
    }
    public decimal? DocumentTax { get => this.Amount(Columns.DocumentTax); set => this[Columns.DocumentTax] = value; }
    public string? TaxReductions
    {
        get => this.Text(Columns.TaxReductions);
        set => this[Columns.TaxReductions] = value;
    }
    public string? DiscountedOn { get => this.Text(Columns.DiscountedOn); set => this[Columns.DiscountedOn] = value; }
    public string? CommitKey { get => this.Text(Columns.CommitKey); set => this[Columns.CommitKey] = value; }
    public DateTime? ReservedUntil
    {
        get => this.Moment(Columns.ReservedUntil);
        set => this[Columns.ReservedUntil] = value;
    }
    public string? RequestKey { get => this.Text(Columns.RequestKey); set => this[Columns.RequestKey] = value; }
    public EntityReference? EntryId { get => this.Link(Columns.EntryId); set => this[Columns.EntryId] = value; }
    public EntityReference? ReleaseEntryId
    {
        get => this.Link(Columns.ReleaseEntryId);
        set => this[Columns.ReleaseEntryId] = value;
    }
    public EntityReference? RequestedById
    {
        get => this.Link(Columns.RequestedById);
        set => this[Columns.RequestedById] = value;
    }

    public static class Columns
    {
        public const string Id = "crmx_redemptionid", Owner = "ownerid", Name = "crmx_name", MemberId = "crmx_memberid";
        public const string State = "crmx_state", Points = "crmx_points", Value = "crmx_value";
        public const string RewardId = "crmx_rewardid", VoucherCode = "crmx_vouchercode";
        public const string DocumentTable = "crmx_documenttable", DocumentId = "crmx_documentid";
        public const string DocumentTax = "crmx_documenttax", TaxReductions = "crmx_taxreductions";
        public const string DiscountedOn = "crmx_discountedon";
        public const string DocumentAmount = "crmx_documentamount", CommitKey = "crmx_commitkey";
        public const string DocumentNumber = "crmx_documentnumber", ReservedUntil = "crmx_reserveduntil";
        public const string RequestKey = "crmx_requestkey", EntryId = "crmx_entryid";
        public const string ReleaseEntryId = "crmx_releaseentryid", RequestedById = "crmx_requestedbyid";
    }
}
