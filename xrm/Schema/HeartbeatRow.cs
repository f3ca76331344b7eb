using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Deleted by the platform on schedule and created again at once.</summary>
[EntityLogicalName(Table)]
internal sealed class HeartbeatRow : Entity
{
    public const string Table = "crmx_heartbeat";

    public HeartbeatRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public DateTime? BeatOn { get => this.Moment(Columns.BeatOn); set => this[Columns.BeatOn] = value; }

    public static class Columns
    {
        public const string Id = "crmx_heartbeatid", State = "statecode", Name = "crmx_name", BeatOn = "crmx_beaton";
        public const string CreatedOn = "createdon";
    }
}
