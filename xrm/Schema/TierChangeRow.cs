using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Written once for each change; never changed.</summary>
[EntityLogicalName(Table)]
internal sealed class TierChangeRow : Entity
{
    public const string Table = "crmx_tierchange";

    public TierChangeRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference MemberId { get => this.Link(Columns.MemberId)!; set => this[Columns.MemberId] = value; }
    public EntityReference? FromTierId
    {
        get => this.Link(Columns.FromTierId);
        set => this[Columns.FromTierId] = value;
    }
    public EntityReference? ToTierId { get => this.Link(Columns.ToTierId); set => this[Columns.ToTierId] = value; }
    public int Reason { get => this.Number(Columns.Reason) ?? 0; set => this[Columns.Reason] = Choice.Of(value); }
    public DateTime? ChangedOn { get => this.Moment(Columns.ChangedOn); set => this[Columns.ChangedOn] = value; }
    public DateTime? ValidUntil { get => this.Moment(Columns.ValidUntil); set => this[Columns.ValidUntil] = value; }
    public int? StatusPoints { get => this.Whole(Columns.StatusPoints); set => this[Columns.StatusPoints] = value; }
    public EntityReference? OriginatorId
    {
        get => this.Link(Columns.OriginatorId);
        set => this[Columns.OriginatorId] = value;
    }

    public static class Columns
    {
        public const string Id = "crmx_tierchangeid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string MemberId = "crmx_memberid", FromTierId = "crmx_fromtierid", ToTierId = "crmx_totierid";
        public const string Reason = "crmx_reason", ChangedOn = "crmx_changedon", ValidUntil = "crmx_validuntil";
        public const string StatusPoints = "crmx_statuspoints", OriginatorId = "crmx_originatorid";
    }
}
