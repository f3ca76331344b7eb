using System.Collections.Generic;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The two lists, which have no product in common.</summary>
public sealed record RecommendedLists(IReadOnlyList<Recommended> GoesWith, IReadOnlyList<Recommended> BuyAgain);
