using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>An empty stock is unlimited.</summary>
[EntityLogicalName(Table)]
internal sealed class RewardRow : Entity
{
    public const string Table = "crmx_reward";

    public RewardRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference ProgramId { get => this.Link(Columns.ProgramId)!; set => this[Columns.ProgramId] = value; }
    public int Points { get => this.Whole(Columns.Points) ?? 0; set => this[Columns.Points] = value; }
    public int? Stock { get => this.Whole(Columns.Stock); set => this[Columns.Stock] = value; }
    public DateTime? ValidFrom { get => this.Moment(Columns.ValidFrom); set => this[Columns.ValidFrom] = value; }
    public DateTime? ValidTo { get => this.Moment(Columns.ValidTo); set => this[Columns.ValidTo] = value; }
    public string? Description { get => this.Text(Columns.Description); set => this[Columns.Description] = value; }
    public decimal? Value { get => this.Amount(Columns.Value); set => this[Columns.Value] = value; }

    public static class Columns
    {
        public const string Id = "crmx_rewardid", State = "statecode", Name = "crmx_name", ProgramId = "crmx_programid";
        public const string Points = "crmx_points", Stock = "crmx_stock", ValidFrom = "crmx_validfrom";
        public const string ValidTo = "crmx_validto", Description = "crmx_description", Value = "crmx_value";
    }
}
