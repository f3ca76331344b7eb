namespace CrmExtensions.Cli.Demo;

/// <summary>
/// The product's own tables and columns as the demo uses them; the command line sees the packed zip only.
/// </summary>
internal static class Names
{
    public const string Programme = "crmx_loyaltyprogram";
    public const string Member = "crmx_loyaltymember";
    public const string Entry = "crmx_loyaltyentry";

    public const string Name = "crmx_name";
    public const string IsPaused = "crmx_ispaused";
    public const string AutoEnrol = "crmx_autoenrol";
    public const string Excluded = "crmx_loyaltyexcluded";
    public const string CustomerBalance = "crmx_pointsbalance";

    public const string MemberId = "crmx_memberid";
    public const string CustomerId = "crmx_customerid";
    public const string ProgrammeId = "crmx_programid";
    public const string Sequence = "crmx_sequence";
    public const string LastHash = "crmx_lasthash";
    public const string Balance = "crmx_balance";

    public const string Kind = "crmx_kind";
    public const string Points = "crmx_points";
    public const string BalanceAfter = "crmx_balanceafter";
    public const string SourceKey = "crmx_sourcekey";
    public const string SourceTable = "crmx_sourcetable";
    public const string SourceId = "crmx_sourceid";
    public const string BookedOn = "crmx_bookedon";
    public const string Originator = "crmx_originatorid";
    public const string Basis = "crmx_basis";
    public const string BasisAmount = "crmx_basisamount";
    public const string Breakdown = "crmx_breakdown";
    public const string Reason = "crmx_reason";
    public const string PreviousHash = "crmx_previoushash";
    public const string Hash = "crmx_hash";
    public const string DocumentNumber = "crmx_documentnumber";
    public const string EarnedOn = "crmx_earnedon";
    public const string AvailableFrom = "crmx_availablefrom";
    public const string ExpiresOn = "crmx_expireson";
    public const string StatusPoints = "crmx_statuspoints";
    public const string StatusOrders = "crmx_statusorders";
    public const string Allocation = "crmx_allocation";
    public const string Reverses = "crmx_reversesid";
    public const string OriginMember = "crmx_originmemberid";
    public const string Rule = "crmx_ruleid";
    public const string ImportBatch = "crmx_importbatchid";
    public const string NoteHash = "crmx_notehash";
    public const string CurrencyRate = "crmx_currencyrate";
    public const string ProgrammeRate = "crmx_programmerate";
    public const string OpenLots = "crmx_openlots";
    public const string StatusBuckets = "crmx_statusbuckets";

    /// <summary>The product's choices number their options from here; the domain's enums from 0.</summary>
    public const int FirstOption = 884320000;
}
