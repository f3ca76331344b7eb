using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>
/// The two lists before the catalogue is asked: who may be recommended at all, from which source, and why. Sources
/// stand in the order of the fallback chain; what is owned, rejected, on the document, its substitute or a part of the
/// same bundle is in no list.
/// </summary>
public sealed class Shortlist
{
    private const int MostOfATier = 60;

    private readonly RecommendQuestion question;
    private readonly IReadOnlyDictionary<string, double> weights;
    private readonly HashSet<string> excluded;
    private readonly HashSet<string> owned;
    private readonly HashSet<string> refused;
    private readonly List<Candidate> goesWith = [];
    private readonly List<Candidate> buyAgain = [];

    private Shortlist(RecommendQuestion question)
    {
        this.question = question;
        weights = RecommendationQuery.Weights(question.Basket, question.Owned);
        excluded = Excluded();
        refused = [.. question.Pairs.Where(pair => pair.State == AffinityState.Refused).Select(Names)];
        owned = [.. question.Owned.Where(product => product.IsOwned).Select(product => product.Product)];
    }

    /// <summary>Products of which facts are needed, those that reasons name included.</summary>
    public IReadOnlyCollection<string> Products => new HashSet<string>(goesWith.Concat(buyAgain)
        .SelectMany(candidate => new[] { candidate.Product, candidate.With }).Where(product => product.Length > 0));

    public static Shortlist Of(RecommendQuestion question)
    {
        var list = new Shortlist(question);
        if (question.Settings.IsPaused) return list;
        list.AddPairs();
        list.AddCategories();
        list.AddTopSellers();
        list.AddDue();
        return list;
    }

    /// <param name="facts">By product; what is missing may not be read and is not recommended.</param>
    /// <param name="top">Of each list.</param>
    public RecommendedLists Choose(IReadOnlyDictionary<string, ProductFacts> facts, int top) =>
        new(new CatalogueChoice(question, facts, goesWith).Best(top),
            new CatalogueChoice(question, facts, buyAgain).Best(top));

    private HashSet<string> Excluded()
    {
        HashSet<string> products = [.. question.Basket];
        foreach (OwnedProduct product in question.Owned)
        {
            if (product.IsRejectedOn(question.Today)) products.Add(product.Product);
        }

        foreach (KnownPair pair in question.Pairs)
        {
            bool isSubstitute = pair.Kind == AffinityKind.Substitute && question.Basket.Contains(pair.Product);
            if (isSubstitute || pair.Kind == AffinityKind.Bundle) products.Add(pair.Partner);
        }

        return products;
    }

    private void AddPairs()
    {
        Dictionary<string, PartnerVotes> votes = [];
        HashSet<string> curated = [.. question.Pairs.Where(pair => pair.Kind == AffinityKind.Curated)
            .Select(pair => pair.Product)];
        foreach (KnownPair pair in question.Pairs)
        {
            if (!Speaks(pair, curated) || !IsNew(pair.Partner) || !weights.ContainsKey(pair.Product)) continue;
            if (!votes.TryGetValue(pair.Partner, out PartnerVotes? partner))
                votes.Add(pair.Partner, partner = new PartnerVotes(pair.Partner, weights));
            partner.Add(pair);
        }

        double highest = votes.Values.Select(vote => vote.Score).DefaultIfEmpty(0).Max();
        IEnumerable<Candidate> found = votes.Values.Select(vote => CandidateOf(vote, highest));
        goesWith.AddRange(found.OrderBy(candidate => candidate.Tier).ThenByDescending(candidate => candidate.Score)
            .Take(MostOfATier));
    }

    private bool Speaks(KnownPair pair, HashSet<string> curated)
    {
        if (pair.Kind == AffinityKind.Curated) return pair.State != AffinityState.Refused;
        if (refused.Contains(Names(pair))) return false;
        bool isHidden = question.Settings.CuratedPolicy == CuratedPolicy.OnlyCurated && curated.Contains(pair.Product);
        return pair.IsLearned && !isHidden && question.MayLearn
            && pair.Together >= question.Settings.MinimumTogether;
    }

    /// <summary>Refused in one window is refused in the other.</summary>
    private static string Names(KnownPair pair) => pair.Product + " " + pair.Partner;

    private Candidate CandidateOf(PartnerVotes vote, double highest)
    {
        bool isFirst = question.Settings.CuratedPolicy != CuratedPolicy.ByScore;
        KnownPair? strongest = vote.Strongest;
        bool isTold = strongest?.Evidence is { MayBeTold: true };
        if (vote.Curated is { } curated)
        {
            double score = strongest is null && !isFirst ? highest : vote.Score;
            return new Candidate(vote.Partner, isFirst ? CandidateTier.Curated : CandidateTier.Learned, score)
            {
                Source = SuggestionSource.Curated,
                Reason = isTold ? ReasonOf(strongest!) : ReasonCode.Curated,
                Values = isTold ? ValuesOf(strongest!) : new ReasonValues(),
                With = isTold ? strongest!.Product : curated.Product,
                IsApproved = true,
            };
        }

        Require.That(strongest is not null, "a vote has a pair");
        return new Candidate(vote.Partner, CandidateTier.Learned, vote.Score)
        {
            Source = SuggestionSource.Learned,
            Reason = ReasonOf(strongest!),
            Values = ValuesOf(strongest!),
            With = strongest!.Product,
            IsApproved = vote.IsApproved,
        };
    }

    private static ReasonCode ReasonOf(KnownPair pair)
    {
        if (pair.Evidence is not { MayBeTold: true }) return ReasonCode.FitsWith;
        return pair.Kind == AffinityKind.Learned ? ReasonCode.BoughtTogether : ReasonCode.BoughtWithinDays;
    }

    private static ReasonValues ValuesOf(KnownPair pair) => pair.Evidence is { MayBeTold: true } evidence
        ? new ReasonValues
        {
            Together = pair.Together,
            Baskets = pair.Baskets,
            Lift = evidence.Lift,
            WindowDays = pair.WindowDays,
            From = pair.From,
            To = pair.To,
        }
        : new ReasonValues();

    private void AddCategories()
    {
        if (!question.MayLearn) return;
        HashSet<string> families = [.. question.Basket.Count > 0
            ? question.BasketFamilies
            : question.Owned.Where(product => product.IsOwned && !product.IsOfSubsidiary)
                .Select(product => product.Family)];
        IEnumerable<KnownPair> pairs = question.Pairs
            .Where(pair => pair.Kind == AffinityKind.LearnedFromCategories && families.Contains(pair.Product))
            .Where(pair => pair.Together >= question.Settings.MinimumTogether && pair.State != AffinityState.Refused)
            .OrderByDescending(pair => pair.Score);
        foreach (KnownPair pair in pairs.Take(MostOfATier))
        {
            AddNew(new Candidate(pair.Partner, CandidateTier.Category, pair.Score)
            {
                Source = SuggestionSource.Category,
                Reason = ReasonCode.CategoriesTogether,
                With = pair.Product,
                Values = new ReasonValues
                {
                    Together = pair.Together, Baskets = pair.Baskets, From = pair.From, To = pair.To,
                },
                IsApproved = pair.State == AffinityState.Approved,
            });
        }
    }

    private void AddTopSellers()
    {
        IReadOnlyList<SellerCount> sellers =
            question.Group == BuyerGroup.People ? question.TopSellers.People : question.TopSellers.Companies;
        foreach (SellerCount seller in sellers)
        {
            AddNew(new Candidate(seller.Product, CandidateTier.TopSeller, seller.Baskets)
            {
                Source = SuggestionSource.TopSeller,
                Reason = ReasonCode.TopSeller,
                Values = new ReasonValues
                {
                    Together = seller.Baskets,
                    Baskets = Math.Max(question.GroupBaskets, seller.Baskets),
                    Group = question.Group,
                    From = question.CountedFrom,
                    To = question.CountedTo,
                },
            });
        }
    }

    private void AddNew(Candidate candidate)
    {
        bool isKnown = goesWith.Exists(known => known.Product == candidate.Product);
        if (!isKnown && IsNew(candidate.Product)) goesWith.Add(candidate);
    }

    private bool IsNew(string product) => !excluded.Contains(product) && !owned.Contains(product);

    private void AddDue()
    {
        foreach (OwnedProduct product in question.Owned)
        {
            if (!product.IsDueOn(question.Today) || excluded.Contains(product.Product)) continue;
            buyAgain.Add(new Candidate(product.Product, CandidateTier.Learned, product.Weight)
            {
                Source = SuggestionSource.OwnHistory,
                Reason = product.Times > 1 ? ReasonCode.DueByOwnRhythm : ReasonCode.DueByOthersRhythm,
                Values = new ReasonValues
                {
                    Times = product.Times,
                    IntervalDays = product.IntervalDays ?? 0,
                    DaysSince = question.Today.DaysSince(product.LastOn),
                },
                IsApproved = true,
            });
        }

        buyAgain.Sort((one, other) => other.Score.CompareTo(one.Score));
        if (buyAgain.Count > MostOfATier) buyAgain.RemoveRange(MostOfATier, buyAgain.Count - MostOfATier);
    }
}
