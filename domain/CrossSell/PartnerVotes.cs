using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>Everything that speaks for one partner: pairs with products of the question.</summary>
internal sealed class PartnerVotes
{
    private readonly Dictionary<string, KnownPair> best = [];
    private readonly IReadOnlyDictionary<string, double> weights;

    public PartnerVotes(string partner, IReadOnlyDictionary<string, double> weights)
    {
        Partner = partner;
        this.weights = weights;
    }

    public string Partner { get; }

    /// <summary>A curated pair; it is told as such even where counts exist.</summary>
    public KnownPair? Curated { get; private set; }

    /// <summary>The learned pair that speaks loudest.</summary>
    public KnownPair? Strongest => best.Values.OrderByDescending(Voice)
        .ThenBy(pair => pair.Product, System.StringComparer.Ordinal).FirstOrDefault();

    public double Score => best.Values.Sum(Voice);

    public bool IsApproved => Curated is not null || best.Values.Any(pair => pair.State == AffinityState.Approved);

    /// <summary>Of two windows of the same products the one that says more; they never add up.</summary>
    public void Add(KnownPair pair)
    {
        if (pair.Kind == AffinityKind.Curated)
        {
            if (Curated is null || Weight(pair) > Weight(Curated)) Curated = pair;
        }
        else if (!best.TryGetValue(pair.Product, out KnownPair? known) || Voice(pair) > Voice(known))
        {
            best[pair.Product] = pair;
        }
    }

    private double Voice(KnownPair pair) => Weight(pair) * pair.Score * pair.Feedback;

    private double Weight(KnownPair pair) => weights[pair.Product];
}
