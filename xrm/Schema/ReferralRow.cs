using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is <c>{programme:N}-{referee:N}</c>: a customer is referred once.</summary>
[EntityLogicalName(Table)]
internal sealed class ReferralRow : Entity
{
    public const string Table = "crmx_referral";

    public ReferralRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string Code { get => this.Text(Columns.Code)!; set => this[Columns.Code] = value; }
    public EntityReference? ReferrerMemberId
    {
        get => this.Link(Columns.ReferrerMemberId);
        set => this[Columns.ReferrerMemberId] = value;
    }
    public EntityReference? RefereeCustomer
    {
        get => this.Link(Columns.RefereeCustomer);
        set => this[Columns.RefereeCustomer] = value;
    }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }
    public int State { get => this.Number(Columns.State) ?? 0; set => this[Columns.State] = Choice.Of(value); }
    public DateTime? QualifiedOn { get => this.Moment(Columns.QualifiedOn); set => this[Columns.QualifiedOn] = value; }
    public string? Reason { get => this.Text(Columns.Reason); set => this[Columns.Reason] = value; }

    public static class Columns
    {
        public const string Id = "crmx_referralid", Owner = "ownerid", Name = "crmx_name", Code = "crmx_code";
        public const string ReferrerMemberId = "crmx_referrermemberid", RefereeCustomer = "crmx_refereecustomer";
        public const string Key = "crmx_key", State = "crmx_state", QualifiedOn = "crmx_qualifiedon";
        public const string Reason = "crmx_reason";
    }
}
