using System;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// How regular a customer's gaps are, as the k of Erlang-k: 1 for gaps without memory, 2 or 3 for regular ones. Told
/// from the distance of the mean gap's logarithm and the mean logarithm, which is 0.577 for k = 1, 0.270 for 2 and
/// 0.176 for 3; four gaps without memory are added, so that a few alike prove nothing.
/// </summary>
public static class GapRegularity
{
    public const int Most = 3;

    private const double DaysPerWeek = 7;
    private const double WithoutMemory = 0.5772156649;
    private const double GapsOfPrior = 4;

    // Half-way between the distances of neighbouring k, in logarithms.
    private const double BelowFor2 = 0.395;
    private const double BelowFor3 = 0.218;

    public static int Of(CustomerStatistics customer)
    {
        if (customer.Gaps < 2) return 1;
        double gaps = customer.Gaps;
        double distance = Math.Log(customer.GapDays / gaps / DaysPerWeek) - ((double)customer.LogGaps / gaps);
        double drawn = ((gaps * distance) + (GapsOfPrior * WithoutMemory)) / (gaps - 1 + GapsOfPrior);
        return drawn < BelowFor3 ? Most : drawn < BelowFor2 ? 2 : 1;
    }
}
