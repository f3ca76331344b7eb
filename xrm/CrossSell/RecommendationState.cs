namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The numbers of the choice crmx_recommendationstate.</summary>
internal enum RecommendationState
{
    Open = 0,
    Accepted = 1,
    Rejected = 2,
}
