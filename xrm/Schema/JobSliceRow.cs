using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>A lease that has ended means that whoever ran the slice is gone.</summary>
[EntityLogicalName(Table)]
internal sealed class JobSliceRow : Entity
{
    public const string Table = "crmx_jobslice";

    public JobSliceRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference JobId { get => this.Link(Columns.JobId)!; set => this[Columns.JobId] = value; }
    public int Number { get => this.Whole(Columns.Number) ?? 0; set => this[Columns.Number] = value; }
    public string? CursorFrom { get => this.Text(Columns.CursorFrom); set => this[Columns.CursorFrom] = value; }
    public string? CursorTo { get => this.Text(Columns.CursorTo); set => this[Columns.CursorTo] = value; }
    public int State { get => this.Number(Columns.State) ?? 0; set => this[Columns.State] = Choice.Of(value); }
    public DateTime? LeaseUntil { get => this.Moment(Columns.LeaseUntil); set => this[Columns.LeaseUntil] = value; }
    public int? Attempts { get => this.Whole(Columns.Attempts); set => this[Columns.Attempts] = value; }
    public int? Processed { get => this.Whole(Columns.Processed); set => this[Columns.Processed] = value; }
    public string? Message { get => this.Text(Columns.Message); set => this[Columns.Message] = value; }

    public static class Columns
    {
        public const string Id = "crmx_jobsliceid", Name = "crmx_name", JobId = "crmx_jobid", Number = "crmx_number";
        public const string CursorFrom = "crmx_cursorfrom", CursorTo = "crmx_cursorto", State = "crmx_state";
        public const string LeaseUntil = "crmx_leaseuntil", Attempts = "crmx_attempts", Processed = "crmx_processed";
        public const string Message = "crmx_message";
    }
}
