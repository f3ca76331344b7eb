using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// A back-test that needs no order twice: customers counted by their weekly cell and the regularity of their gaps at a
/// cut-off, and by the number of order days after it. Slices add up to the whole; fitting and measuring happen
/// afterwards, on the counts.
/// </summary>
public sealed class HoldoutCells
{
    private const double DaysPerWeek = 7;

    private readonly Dictionary<long, SortedDictionary<int, long>> cells = new();

    /// <param name="cutOff">Last day that the fit may see.</param>
    /// <param name="days">Length of the days after it, above 0.</param>
    public HoldoutCells(Day cutOff, int days)
    {
        Require.That(days > 0, "a day or more to test on");
        CutOff = cutOff;
        Days = days;
    }

    public Day CutOff { get; }

    public int Days { get; }

    public Day End => CutOff.AddDays(Days);

    /// <summary>All orders and returns of one customer; who ordered only later is left out.</summary>
    public void Add(IReadOnlyCollection<OrderFact> facts)
    {
        CustomerStatistics known = CustomerStatistics.Of(facts, CutOff);
        if (known.OrderDays == 0) return;
        int later = facts.Where(fact => fact.IsPurchase && fact.On > CutOff && fact.On <= End)
            .Select(fact => fact.On).Distinct().Count();
        long key = PurchaseCells.KeyOf(CellWidth.Week, known.RepeatOrders,
            known.LastDay.DaysSince(known.FirstDay), CutOff.DaysSince(known.FirstDay));
        Add(key, Outcome(later, GapRegularity.Of(known)), 1);
    }

    public void Add(HoldoutCells other)
    {
        Require.That(other.CutOff == CutOff && other.Days == Days, "the same back-test");
        foreach (KeyValuePair<long, SortedDictionary<int, long>> cell in other.cells)
            foreach (KeyValuePair<int, long> later in cell.Value)
                Add(cell.Key, later.Key, later.Value);
    }

    /// <summary>Null where the customers before the cut-off allow no fit.</summary>
    internal PurchaseModel? Fit(Estimator estimator)
    {
        var known = new PurchaseCells();
        foreach (KeyValuePair<long, SortedDictionary<int, long>> cell in cells)
            known.Add(cell.Key, cell.Value.Values.Sum());
        return PurchaseFit.Fit(known, estimator: estimator).Model;
    }

    internal IReadOnlyList<ScoredCase> Scored(RiskModel model) => Holdout.Scored(model, Cases(), Days / DaysPerWeek);

    internal IEnumerable<KeyValuePair<long, SortedDictionary<int, long>>> InOrder => cells.OrderBy(cell => cell.Key);

    internal static int Outcome(int laterOrderDays, int regularity) =>
        (laterOrderDays * (GapRegularity.Most + 1)) + regularity;

    /// <param name="outcome">See <see cref="Outcome"/>.</param>
    internal void Add(long key, int outcome, long customers)
    {
        if (!cells.TryGetValue(key, out SortedDictionary<int, long>? counts))
            cells.Add(key, counts = new SortedDictionary<int, long>());
        counts.TryGetValue(outcome, out long before);
        counts[outcome] = before + customers;
    }

    private IReadOnlyList<HoldoutCase> Cases() => InOrder.SelectMany(cell => cell.Value.Select(later => new HoldoutCase
    {
        Orders = PurchaseCells.OrdersOf(CellWidth.Week, cell.Key),
        OrderDays = PurchaseCells.RepeatsOf(cell.Key) + 1,
        LaterOrderDays = later.Key / (GapRegularity.Most + 1),
        OwnRegularity = later.Key % (GapRegularity.Most + 1),
        Customers = later.Value,
    })).ToArray();
}
