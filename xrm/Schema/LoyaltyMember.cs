using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

[EntityLogicalName(Table)]
internal sealed class LoyaltyMember : Entity
{
    public const string Table = "crmx_loyaltymember";

    public LoyaltyMember()
        : base(Table)
    {
    }

    public string Name { set => this[Columns.Name] = value; }
    public string MemberKey { set => this[Columns.MemberKey] = value; }
    public EntityReference ProgramId { get => Link(Columns.ProgramId)!; set => this[Columns.ProgramId] = value; }
    public EntityReference? CustomerId { get => Link(Columns.CustomerId); set => this[Columns.CustomerId] = value; }
    public DateTime? JoinedOn { set => this[Columns.JoinedOn] = value; }
    public int? Sequence { get => GetAttributeValue<int?>(Columns.Sequence); set => this[Columns.Sequence] = value; }
    public string? LastHash { get => this.Text(Columns.LastHash); set => this[Columns.LastHash] = value; }
    public int? Balance { get => GetAttributeValue<int?>(Columns.Balance); set => this[Columns.Balance] = value; }
    public string? PostingLock { set => this[Columns.PostingLock] = value; }
    public EntityReference Owner { set => this[Columns.Owner] = value; }
    public bool IsActive => GetAttributeValue<OptionSetValue>(Columns.State)?.Value == 0;
    private EntityReference? Link(string column) => GetAttributeValue<EntityReference>(column);

    public static class Columns
    {
        public const string Id = "crmx_loyaltymemberid", State = "statecode", Name = "crmx_name", Owner = "ownerid";
        public const string MemberKey = "crmx_memberkey", ProgramId = "crmx_programid", CustomerId = "crmx_customerid";
        public const string JoinedOn = "crmx_joinedon", PostingLock = "crmx_postinglock";
        public const string Sequence = "crmx_sequence", LastHash = "crmx_lasthash", Balance = "crmx_balance";
    }
}
