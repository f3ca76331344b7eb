using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>One row a kind: <see cref="Columns.Key"/> is the name of the kind.</summary>
[EntityLogicalName(Table)]
internal sealed class JobRow : Entity
{
    public const string Table = "crmx_job";

    public JobRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public int Kind { get => this.Number(Columns.Kind) ?? 0; set => this[Columns.Kind] = Choice.Of(value); }
    public string Key { get => this.Text(Columns.Key)!; set => this[Columns.Key] = value; }
    public string? OrganizationId
    {
        get => this.Text(Columns.OrganizationId);
        set => this[Columns.OrganizationId] = value;
    }
    public bool? IsEnabled { get => this.Flag(Columns.IsEnabled); set => this[Columns.IsEnabled] = value; }
    public int? IntervalMinutes
    {
        get => this.Whole(Columns.IntervalMinutes);
        set => this[Columns.IntervalMinutes] = value;
    }
    public DateTime? NextRunOn { get => this.Moment(Columns.NextRunOn); set => this[Columns.NextRunOn] = value; }
    public DateTime? LastRunOn { get => this.Moment(Columns.LastRunOn); set => this[Columns.LastRunOn] = value; }
    public string? Cursor { get => this.Text(Columns.Cursor); set => this[Columns.Cursor] = value; }
    public DateTime? LeaseUntil { get => this.Moment(Columns.LeaseUntil); set => this[Columns.LeaseUntil] = value; }
    public string? LeaseId { get => this.Text(Columns.LeaseId); set => this[Columns.LeaseId] = value; }
    public string? LastResult { get => this.Text(Columns.LastResult); set => this[Columns.LastResult] = value; }
    public int? Failures { get => this.Whole(Columns.Failures); set => this[Columns.Failures] = value; }

    public static class Columns
    {
        public const string Id = "crmx_jobid", State = "statecode", Name = "crmx_name", Kind = "crmx_kind";
        public const string Key = "crmx_key", OrganizationId = "crmx_organizationid", IsEnabled = "crmx_isenabled";
        public const string IntervalMinutes = "crmx_intervalminutes", NextRunOn = "crmx_nextrunon";
        public const string LastRunOn = "crmx_lastrunon", Cursor = "crmx_cursor", LeaseUntil = "crmx_leaseuntil";
        public const string LeaseId = "crmx_leaseid", LastResult = "crmx_lastresult", Failures = "crmx_failures";
    }
}
