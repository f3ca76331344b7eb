namespace CrmExtensions.Domain.CrossSell;

/// <summary>A pair as it is stored: what is known of <see cref="Partner"/> next to <see cref="Product"/>.</summary>
public sealed record KnownPair(string Product, string Partner, AffinityKind Kind)
{
    private const double Patience = 10;

    public AffinityState State { get; init; }

    public int Together { get; init; }

    /// <summary>Baskets with <see cref="Product"/>.</summary>
    public int Baskets { get; init; }

    public int PartnerBaskets { get; init; }

    public int AllBaskets { get; init; }

    /// <summary>Damped chance; comparable among pairs of a kind.</summary>
    public double Score { get; init; }

    public int WindowDays { get; init; }

    public Day? From { get; init; }

    public Day? To { get; init; }

    public int Accepted { get; init; }

    public int Rejected { get; init; }

    public bool IsLearned => Kind is AffinityKind.Learned or AffinityKind.LearnedWithinDays;

    /// <summary>Null where the counts do not fit together.</summary>
    public PairEvidence? Evidence
    {
        get
        {
            bool isSound = Together > 0 && Together <= Baskets && Together <= PartnerBaskets
                && Baskets <= AllBaskets && PartnerBaskets <= AllBaskets;
            return isSound ? new PairEvidence(Together, Baskets, PartnerBaskets, AllBaskets) : null;
        }
    }

    /// <summary>What people decided so far, drawn towards 1 by the weight of ten decisions.</summary>
    public double Feedback => (Patience + Accepted) / (Patience + Rejected);
}
