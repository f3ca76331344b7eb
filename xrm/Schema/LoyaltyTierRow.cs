using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Thresholds of a tier; any that is not empty and is met qualifies.</summary>
[EntityLogicalName(Table)]
internal sealed class LoyaltyTierRow : Entity
{
    public const string Table = "crmx_loyaltytier";

    public LoyaltyTierRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference ProgramId { get => this.Link(Columns.ProgramId)!; set => this[Columns.ProgramId] = value; }
    public int Rank { get => this.Whole(Columns.Rank) ?? 0; set => this[Columns.Rank] = value; }
    public int? MonthPoints { get => this.Whole(Columns.MonthPoints); set => this[Columns.MonthPoints] = value; }
    public int? YearPoints { get => this.Whole(Columns.YearPoints); set => this[Columns.YearPoints] = value; }
    public int? YearOrders { get => this.Whole(Columns.YearOrders); set => this[Columns.YearOrders] = value; }
    public decimal? Multiplier { get => this.Amount(Columns.Multiplier); set => this[Columns.Multiplier] = value; }
    public string? Benefits { get => this.Text(Columns.Benefits); set => this[Columns.Benefits] = value; }
    public int? ValidMonths { get => this.Whole(Columns.ValidMonths); set => this[Columns.ValidMonths] = value; }

    public static class Columns
    {
        public const string Id = "crmx_loyaltytierid", State = "statecode", Name = "crmx_name";
        public const string ProgramId = "crmx_programid", Rank = "crmx_rank", MonthPoints = "crmx_monthpoints";
        public const string YearPoints = "crmx_yearpoints", YearOrders = "crmx_yearorders";
        public const string Multiplier = "crmx_multiplier", Benefits = "crmx_benefits";
        public const string ValidMonths = "crmx_validmonths";
    }
}
