using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Read and written by <see cref="Stores.EntryRows"/> only, where each column meets its fact.</summary>
[EntityLogicalName(Table)]
internal sealed class LoyaltyEntry : Entity
{
    public const string Table = "crmx_loyaltyentry";

    public LoyaltyEntry()
        : base(Table)
    {
    }

    public EntityReference MemberId => GetAttributeValue<EntityReference>(Columns.MemberId);

    public int Points => GetAttributeValue<int>(Columns.Points);

    public string SourceKey => GetAttributeValue<string>(Columns.SourceKey);

    public int? BalanceAfter => GetAttributeValue<int?>(Columns.BalanceAfter);

    public DateTime? BookedOn => GetAttributeValue<DateTime?>(Columns.BookedOn);

    public static class Columns
    {
        public const string Id = "crmx_loyaltyentryid", State = "statecode", Status = "statuscode", Name = "crmx_name";
        public const string MemberId = "crmx_memberid", Kind = "crmx_kind", Points = "crmx_points";
        public const string SourceKey = "crmx_sourcekey";
        public const string Sequence = "crmx_sequence", BalanceAfter = "crmx_balanceafter";
        public const string BookedOn = "crmx_bookedon", OriginatorId = "crmx_originatorid", Reason = "crmx_reason";
        public const string SourceTable = "crmx_sourcetable", SourceId = "crmx_sourceid";
        public const string Basis = "crmx_basis", BasisAmount = "crmx_basisamount", Breakdown = "crmx_breakdown";
        public const string PreviousHash = "crmx_previoushash", Hash = "crmx_hash";
    }
}
