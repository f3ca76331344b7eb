namespace CrmExtensions.Cli.Demo;

/// <summary>Messages, tables and columns of risk and recommendations as the demo uses them.</summary>
internal static class LearningNames
{
    public const string TrainChurn = "crmx_TrainChurn";
    public const string CountBaskets = "crmx_CountBaskets";
    public const string RankPairs = "crmx_RankPairs";
    public const string IsMore = "IsMore";

    public const string Recommend = "crmx_Recommend";
    public const string CustomerTable = "CustomerTable";
    public const string CustomerId = "CustomerId";
    public const string Top = "Top";
    public const string GoesWith = "GoesWith";
    public const string BuyAgain = "BuyAgain";

    public const string ModelRun = "crmx_modelrun";
    public const string IsActive = "crmx_isactive";
    public const string Gate = "crmx_gate";
    public const string Auc = "crmx_auc";
    public const string Customers = "crmx_customers";

    public const string RiskState = "crmx_riskstate";
    public const string RiskLevel = "crmx_risklevel";
    public const string HighRiskOn = "crmx_highriskon";
    public const string RiskReasons = "crmx_riskreasons";
    public const string TotalSpend = "crmx_totalspend";

    /// <summary>Counted from <see cref="Names.FirstOption"/>.</summary>
    public const int HighRisk = 3;

    public const string Affinity = "crmx_productaffinity";
    public const string Kind = "crmx_kind";
    public const string Rank = "crmx_rank";
    public const string Product = "crmx_productid";
    public const string Partner = "crmx_partnerid";

    public static readonly string[] OfModelRun = [IsActive, Kind, Gate, Auc, Customers];

    public static readonly string[] OfCustomer = [RiskState, RiskLevel, HighRiskOn, RiskReasons, TotalSpend];

    public static readonly string[] OfAffinity = [Kind, Rank, Product, Partner];
}
