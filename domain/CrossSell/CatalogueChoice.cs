using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// What of one list may be sold today, in the order of source and of probability times what the seller gains from it.
/// </summary>
internal sealed class CatalogueChoice
{
    private readonly RecommendQuestion question;
    private readonly IReadOnlyDictionary<string, ProductFacts> facts;
    private readonly Candidate[] sold;
    private readonly decimal dearest;

    public CatalogueChoice(
        RecommendQuestion question, IReadOnlyDictionary<string, ProductFacts> facts, IEnumerable<Candidate> candidates)
    {
        this.question = question;
        this.facts = facts;
        sold = [.. candidates.Where(MayBeShown)];
        dearest = sold.Select(candidate => facts[candidate.Product].Price ?? 0).DefaultIfEmpty(0).Max();
    }

    public IReadOnlyList<Recommended> Best(int top) =>
        [.. sold.OrderBy(candidate => candidate.Tier)
            .ThenByDescending(Worth)
            .ThenBy(candidate => candidate.Product, StringComparer.Ordinal)
            .Take(top)
            .Select((candidate, place) => RecommendedOf(candidate, place + 1))];

    private bool MayBeShown(Candidate candidate) =>
        facts.TryGetValue(candidate.Product, out ProductFacts? product)
        && product.MayBeSoldOn(question.Today)
        && (candidate.IsApproved || !IsSensitive(product));

    private bool IsSensitive(ProductFacts product) => product.Categories.Any(category =>
        question.Settings.SensitiveCategories.Contains(category, StringComparer.OrdinalIgnoreCase));

    private double Worth(Candidate candidate) => candidate.Score * FactorOf(candidate).Total;

    private CommercialFactor FactorOf(Candidate candidate) =>
        CommercialFactor.Of(facts[candidate.Product], question.Settings, dearest);

    private Recommended RecommendedOf(Candidate candidate, int rank) =>
        new(candidate.Product, facts[candidate.Product].Name, rank)
        {
            Score = Worth(candidate),
            Source = candidate.Source,
            Reason = candidate.Reason,
            Values = candidate.Values with
            {
                With = facts.TryGetValue(candidate.With, out ProductFacts? known) ? known.Name : "",
            },
            With = candidate.With,
            Factor = FactorOf(candidate),
        };
}
