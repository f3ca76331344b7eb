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
    public int? Pending { get => this.Whole(Columns.Pending); set => this[Columns.Pending] = value; }
    public int? Available { get => this.Whole(Columns.Available); set => this[Columns.Available] = value; }
    public int? StatusPoints { get => this.Whole(Columns.StatusPoints); set => this[Columns.StatusPoints] = value; }
    public string? OpenLots { get => this.Text(Columns.OpenLots); set => this[Columns.OpenLots] = value; }
    public string? StatusBuckets
    {
        get => this.Text(Columns.StatusBuckets);
        set => this[Columns.StatusBuckets] = value;
    }
    public DateTime? NextExpiryOn
    {
        get => this.Moment(Columns.NextExpiryOn);
        set => this[Columns.NextExpiryOn] = value;
    }
    public int? NextExpiryPoints
    {
        get => this.Whole(Columns.NextExpiryPoints);
        set => this[Columns.NextExpiryPoints] = value;
    }
    public EntityReference? TierId { get => this.Link(Columns.TierId); set => this[Columns.TierId] = value; }
    public DateTime? TierSince { get => this.Moment(Columns.TierSince); set => this[Columns.TierSince] = value; }
    public DateTime? TierUntil { get => this.Moment(Columns.TierUntil); set => this[Columns.TierUntil] = value; }
    public DateTime? LastActivityOn
    {
        get => this.Moment(Columns.LastActivityOn);
        set => this[Columns.LastActivityOn] = value;
    }
    public int? Lifecycle { get => this.Number(Columns.Lifecycle); set => this[Columns.Lifecycle] = Choice.Of(value); }
    public DateTime? FrozenUntil { get => this.Moment(Columns.FrozenUntil); set => this[Columns.FrozenUntil] = value; }
    public EntityReference? MergedIntoId
    {
        get => this.Link(Columns.MergedIntoId);
        set => this[Columns.MergedIntoId] = value;
    }
    public string? ReferralCode { get => this.Text(Columns.ReferralCode); set => this[Columns.ReferralCode] = value; }
    public DateTime? NextDueDate { get => this.Moment(Columns.NextDueDate); set => this[Columns.NextDueDate] = value; }
    public string? Key => this.Text(Columns.MemberKey);
    public bool IsActive => GetAttributeValue<OptionSetValue>(Columns.State)?.Value == 0;
    private EntityReference? Link(string column) => GetAttributeValue<EntityReference>(column);

    public static class Columns
    {
        public const string Id = "crmx_loyaltymemberid", State = "statecode", Name = "crmx_name", Owner = "ownerid";
        public const string MemberKey = "crmx_memberkey", ProgramId = "crmx_programid", CustomerId = "crmx_customerid";
        public const string JoinedOn = "crmx_joinedon", PostingLock = "crmx_postinglock";
        public const string Sequence = "crmx_sequence", LastHash = "crmx_lasthash", Balance = "crmx_balance";
        public const string Pending = "crmx_pending", Available = "crmx_available", StatusPoints = "crmx_statuspoints";
        public const string OpenLots = "crmx_openlots", StatusBuckets = "crmx_statusbuckets";
        public const string NextExpiryOn = "crmx_nextexpiryon", NextExpiryPoints = "crmx_nextexpirypoints";
        public const string TierId = "crmx_tierid", TierSince = "crmx_tiersince", TierUntil = "crmx_tieruntil";
        public const string LastActivityOn = "crmx_lastactivityon", Lifecycle = "crmx_lifecycle";
        public const string FrozenUntil = "crmx_frozenuntil", MergedIntoId = "crmx_mergedintoid";
        public const string ReferralCode = "crmx_referralcode", NextDueDate = "crmx_nextduedate";
    }
}
