namespace CrmExtensions.Cli.Loyalty;

/// <summary>Points that moved in one month; all of them 0 or more.</summary>
internal sealed class MonthFlow
{
    public long Issued { get; set; }
    public long Redeemed { get; set; }
    public long Expired { get; set; }
    public long TakenBack { get; set; }
    public decimal Revenue { get; set; }
}
