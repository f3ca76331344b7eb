using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

[EntityLogicalName(Table)]
internal sealed class LoyaltyProgram : Entity
{
    public const string Table = "crmx_loyaltyprogram";

    public LoyaltyProgram()
        : base(Table)
    {
    }

    public string Name => GetAttributeValue<string>(Columns.Name);

    public EarningBasis Basis => (EarningBasis)Number(Columns.Basis);

    public Milestone Milestone => (Milestone)Number(Columns.Milestone);

    public int? PointsPerStep => GetAttributeValue<int?>(Columns.PointsPerStep);

    public decimal? StepAmount => GetAttributeValue<decimal?>(Columns.StepAmount);

    public bool? IsPaused => GetAttributeValue<bool?>(Columns.IsPaused);

    public bool? AutoEnrol => GetAttributeValue<bool?>(Columns.AutoEnrol);

    private int Number(string column) => Choice.NumberOf(GetAttributeValue<OptionSetValue>(column)) ?? 0;

    public static class Columns
    {
        public const string Id = "crmx_loyaltyprogramid", Name = "crmx_name", State = "statecode";
        public const string Basis = "crmx_basis", Milestone = "crmx_milestone", IsPaused = "crmx_ispaused";
        public const string PointsPerStep = "crmx_pointsperstep", StepAmount = "crmx_stepamount";
        public const string AutoEnrol = "crmx_autoenrol";
    }
}
