namespace CrmExtensions.Xrm.Schema;

/// <summary>The numbers of the choice crmx_referralstate.</summary>
internal enum ReferralState
{
    Open = 0,
    Qualified = 1,
    Refused = 2,
}
