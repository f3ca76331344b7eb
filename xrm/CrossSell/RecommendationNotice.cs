namespace CrmExtensions.Xrm.CrossSell;

/// <summary>What the reader has to know about both lists.</summary>
internal enum RecommendationNotice
{
    None = 0,
    Paused = 1,

    /// <summary>The monthly test found pairs no better than top sellers: only these are shown.</summary>
    ModelIsNoBetter = 2,

    CallerSeesNoProducts = 3,
    PriceListIsNotValid = 4,

    /// <summary>To profiling: what is shown goes with the document and says nothing of the customer.</summary>
    CustomerObjects = 5,
}
