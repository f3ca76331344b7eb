using System.Collections.Generic;

namespace CrmExtensions.Cli.CrossSell;

/// <summary>What `crmx crosssell recommend` prints; the names are the keys of its JSON.</summary>
internal sealed record RecommendFigures
{
    public string? Customer { get; init; }

    public required IReadOnlyList<string> Basket { get; init; }

    /// <summary>Products of the basket that nobody bought: they say nothing.</summary>
    public required IReadOnlyList<string> UnknownProducts { get; init; }

    /// <summary>On the last fifth of the baskets.</summary>
    public required RankingGateFigures Gate { get; init; }

    /// <summary>New to the customer, and not in the basket.</summary>
    public required IReadOnlyList<SuggestionFigures> GoesWith { get; init; }

    /// <summary>Bought before, and due again; empty without a customer.</summary>
    public required IReadOnlyList<SuggestionFigures> BuyAgain { get; init; }
}
