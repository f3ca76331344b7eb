namespace CrmExtensions.Domain.CrossSell;

/// <summary>The fallback chain: a later tier is shown only where earlier ones do not fill the list.</summary>
internal enum CandidateTier
{
    Curated = 0,
    Learned = 1,
    Category = 2,
    TopSeller = 3,
}
