using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Written once for each change; never changed.</summary>
[EntityLogicalName(Table)]
internal sealed class RiskChangeRow : Entity
{
    public const string Table = "crmx_riskchange";

    public RiskChangeRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference? CustomerId
    {
        get => this.Link(Columns.CustomerId);
        set => this[Columns.CustomerId] = value;
    }
    public int? FromLevel { get => this.Number(Columns.FromLevel); set => this[Columns.FromLevel] = Choice.Of(value); }
    public int? ToLevel { get => this.Number(Columns.ToLevel); set => this[Columns.ToLevel] = Choice.Of(value); }
    public int? FromState { get => this.Number(Columns.FromState); set => this[Columns.FromState] = Choice.Of(value); }
    public int? ToState { get => this.Number(Columns.ToState); set => this[Columns.ToState] = Choice.Of(value); }
    public int? Cause { get => this.Number(Columns.Cause); set => this[Columns.Cause] = Choice.Of(value); }
    public int? Basis { get => this.Number(Columns.Basis); set => this[Columns.Basis] = Choice.Of(value); }
    public decimal? Probability { get => this.Amount(Columns.Probability); set => this[Columns.Probability] = value; }
    public string? Reasons { get => this.Text(Columns.Reasons); set => this[Columns.Reasons] = value; }
    public string? Text { get => this.Text(Columns.Text); set => this[Columns.Text] = value; }
    public DateTime? ChangedOn { get => this.Moment(Columns.ChangedOn); set => this[Columns.ChangedOn] = value; }

    public static class Columns
    {
        public const string Id = "crmx_riskchangeid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string CustomerId = "crmx_customerid", FromLevel = "crmx_fromlevel", ToLevel = "crmx_tolevel";
        public const string FromState = "crmx_fromstate", ToState = "crmx_tostate", Cause = "crmx_cause";
        public const string Basis = "crmx_basis", Probability = "crmx_probability", Reasons = "crmx_reasons";
        public const string Text = "crmx_text", ChangedOn = "crmx_changedon";
    }
}
