using System.Collections.Generic;

namespace CrmExtensions.Domain.Churn;

/// <summary>How a model did on days that it had not seen, beside what is known without a model.</summary>
public sealed record HoldoutReport
{
    public int Customers { get; init; }

    /// <summary>Customers with an order after the cut-off.</summary>
    public int CustomersWithOrder { get; init; }

    public int CustomersWithoutOrder => Customers - CustomersWithOrder;

    public double ActualOrders { get; init; }

    public double ExpectedOrders { get; init; }

    /// <summary>Mean absolute error of a customer's number of orders.</summary>
    public double MeanAbsoluteError { get; init; }

    public double RootMeanSquareError { get; init; }

    /// <summary>Chance that the probability ranks a customer who ordered above one who did not; 0.5 is
    /// guessing.</summary>
    public double AucOfProbability { get; init; }

    /// <summary>The same for "the last order is more recent": the baseline that is hard to beat.</summary>
    public double AucOfRecency { get; init; }

    /// <summary>Mean of -ln(probability of what happened).</summary>
    public double LogLoss { get; init; }

    /// <summary>Log-loss of giving everybody the share that ordered.</summary>
    public double BaseLogLoss { get; init; }

    /// <summary>Mean distance of promised and ordered over the ten bins, weighted by customers.</summary>
    public double CalibrationError { get; init; }

    public IReadOnlyList<CalibrationBin> Bins { get; init; } = new CalibrationBin[0];

    /// <summary>Mean absolute error of the mean order value of customers who ordered again; null if nobody
    /// did.</summary>
    public double? OrderValueError { get; init; }
}
