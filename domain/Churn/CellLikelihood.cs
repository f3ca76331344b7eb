using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Log-likelihood of all cells, arranged for the hundreds of evaluations of a fit: what depends on the frequency, the
/// recency or the age alone is computed once for each distinct value, so a cell costs one exponential and one
/// logarithm. The formula is <see cref="PurchaseModel.LogLikelihood"/>; a test holds them together.
/// </summary>
internal sealed class CellLikelihood
{
    private readonly int _k;
    private readonly int _leaveAtOnce;
    private readonly int[] _repeats;
    private readonly double[] _recencies;
    private readonly double[] _ages;
    private readonly int[] _repeatOf;
    private readonly int[] _recencyOf;
    private readonly int[] _ageOf;
    private readonly double[] _customers;
    private readonly double _fixedPart;
    private readonly double[] _stayed;
    private readonly double[] _left;
    private readonly double[] _logRecency;
    private readonly double[] _logAge;

    public CellLikelihood(
        IReadOnlyList<PurchaseCell> cells, double sumOfLogGaps, PurchaseModelKind kind, int regularity)
    {
        _k = regularity;
        _leaveAtOnce = kind == PurchaseModelKind.Mbg ? 1 : 0;
        _repeats = Distinct(cells, cell => cell.Orders.RepeatOrders);
        _recencies = Distinct(cells, cell => cell.Orders.Recency);
        _ages = Distinct(cells, cell => cell.Orders.Age);
        _repeatOf = Places(cells, _repeats, cell => cell.Orders.RepeatOrders);
        _recencyOf = Places(cells, _recencies, cell => cell.Orders.Recency);
        _ageOf = Places(cells, _ages, cell => cell.Orders.Age);
        _customers = cells.Select(cell => (double)cell.Customers).ToArray();
        _stayed = new double[_repeats.Length];
        _left = new double[_repeats.Length];
        _logRecency = new double[_recencies.Length];
        _logAge = new double[_ages.Length];
        double gaps = cells.Sum(cell => (double)cell.Customers * cell.Orders.RepeatOrders);
        _fixedPart = ((_k - 1) * sumOfLogGaps) - (gaps * SpecialFunctions.LogGamma(_k));
    }

    /// <param name="logs">Logarithms of r, alpha, a and b.</param>
    public double At(double[] logs)
    {
        double r = Math.Exp(logs[0]), alpha = Math.Exp(logs[1]), a = Math.Exp(logs[2]), b = Math.Exp(logs[3]);
        double start = (r * logs[1]) - SpecialFunctions.LogGamma(r) - SpecialFunctions.LogBeta(a, b);
        for (int i = 0; i < _repeats.Length; i++)
        {
            double common = start + SpecialFunctions.LogGamma(r + ((double)_k * _repeats[i]));
            int stayed = _repeats[i] + _leaveAtOnce;
            _stayed[i] = common + SpecialFunctions.LogBeta(a, b + stayed);
            _left[i] = stayed == 0
                ? double.NegativeInfinity
                : common + SpecialFunctions.LogBeta(a + 1, b + stayed - 1);
        }

        for (int i = 0; i < _recencies.Length; i++) _logRecency[i] = Math.Log(alpha + _recencies[i]);
        for (int i = 0; i < _ages.Length; i++) _logAge[i] = Math.Log(alpha + _ages[i]);
        return _fixedPart + Sum(r, alpha);
    }

    private double Sum(double r, double alpha)
    {
        double sum = 0;
        for (int cell = 0; cell < _customers.Length; cell++)
        {
            int repeat = _repeatOf[cell];
            double shape = r + ((double)_k * _repeats[repeat]);
            double active = _stayed[repeat] - (shape * _logAge[_ageOf[cell]]);
            if (_k > 1) active += LogSurvival(shape, alpha, cell);
            double left = _left[repeat] - (shape * _logRecency[_recencyOf[cell]]);
            sum += _customers[cell] * LogSum(active, left);
        }

        return sum;
    }

    private double LogSurvival(double shape, double alpha, int cell)
    {
        double age = _ages[_ageOf[cell]];
        double ratio = (age - _recencies[_recencyOf[cell]]) / (alpha + age);
        double term = 1, survival = 1;
        for (int j = 1; j < _k; j++)
        {
            term *= (shape + j - 1) / j * ratio;
            survival += term;
        }

        return Math.Log(survival);
    }

    private static double LogSum(double x, double y) => x > y
        ? x + Math.Log(1 + Math.Exp(y - x))
        : y + Math.Log(1 + Math.Exp(x - y));

    private static T[] Distinct<T>(IReadOnlyList<PurchaseCell> cells, Func<PurchaseCell, T> value) =>
        cells.Select(value).Distinct().OrderBy(each => each).ToArray();

    private static int[] Places<T>(IReadOnlyList<PurchaseCell> cells, T[] values, Func<PurchaseCell, T> value) =>
        cells.Select(cell => Array.BinarySearch(values, value(cell))).ToArray();
}
