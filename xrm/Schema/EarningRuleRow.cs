using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Empty conditions match everything.</summary>
[EntityLogicalName(Table)]
internal sealed class EarningRuleRow : Entity
{
    public const string Table = "crmx_earningrule";

    public EarningRuleRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference ProgramId { get => this.Link(Columns.ProgramId)!; set => this[Columns.ProgramId] = value; }
    public int Kind { get => this.Number(Columns.Kind) ?? 0; set => this[Columns.Kind] = Choice.Of(value); }
    public decimal? Multiplier { get => this.Amount(Columns.Multiplier); set => this[Columns.Multiplier] = value; }
    public int? Points { get => this.Whole(Columns.Points); set => this[Columns.Points] = value; }
    public EntityReference? ProductId { get => this.Link(Columns.ProductId); set => this[Columns.ProductId] = value; }
    public EntityReference? ProductFamilyId
    {
        get => this.Link(Columns.ProductFamilyId);
        set => this[Columns.ProductFamilyId] = value;
    }
    public decimal? MinimumAmount
    {
        get => this.Amount(Columns.MinimumAmount);
        set => this[Columns.MinimumAmount] = value;
    }
    public EntityReference? MinTierId { get => this.Link(Columns.MinTierId); set => this[Columns.MinTierId] = value; }
    public int? CustomerType
    {
        get => this.Number(Columns.CustomerType);
        set => this[Columns.CustomerType] = Choice.Of(value);
    }
    public string? Weekdays { get => this.Text(Columns.Weekdays); set => this[Columns.Weekdays] = value; }
    public DateTime? ValidFrom { get => this.Moment(Columns.ValidFrom); set => this[Columns.ValidFrom] = value; }
    public DateTime? ValidTo { get => this.Moment(Columns.ValidTo); set => this[Columns.ValidTo] = value; }
    public int? Priority { get => this.Whole(Columns.Priority); set => this[Columns.Priority] = value; }
    public bool? Stackable { get => this.Flag(Columns.Stackable); set => this[Columns.Stackable] = value; }
    public int? Budget { get => this.Whole(Columns.Budget); set => this[Columns.Budget] = value; }
    public int? BudgetPolicy
    {
        get => this.Number(Columns.BudgetPolicy);
        set => this[Columns.BudgetPolicy] = Choice.Of(value);
    }

    public static class Columns
    {
        public const string Id = "crmx_earningruleid", State = "statecode", Name = "crmx_name";
        public const string ProgramId = "crmx_programid", Kind = "crmx_kind", Multiplier = "crmx_multiplier";
        public const string Points = "crmx_points", ProductId = "crmx_productid";
        public const string ProductFamilyId = "crmx_productfamilyid", MinimumAmount = "crmx_minimumamount";
        public const string MinTierId = "crmx_mintierid", CustomerType = "crmx_customertype";
        public const string Weekdays = "crmx_weekdays", ValidFrom = "crmx_validfrom", ValidTo = "crmx_validto";
        public const string Priority = "crmx_priority", Stackable = "crmx_stackable", Budget = "crmx_budget";
        public const string BudgetPolicy = "crmx_budgetpolicy";
    }
}
