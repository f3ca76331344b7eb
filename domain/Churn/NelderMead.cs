using System;
using System.Linq;

namespace CrmExtensions.Domain.Churn;

/// <summary>
/// Looks for the lowest point of a function without derivatives (Nelder, Mead 1965), with the usual coefficients
/// 1, 2, 1/2, 1/2. Started again from what it found until that gains nothing, because a simplex may collapse early.
/// </summary>
internal sealed class NelderMead
{
    private const double Precision = 1e-10;
    private const int MostSteps = 1500;
    private const int MostRestarts = 12;

    private readonly Func<double[], double> _function;
    private double[][] _points = new double[0][];
    private double[] _values = new double[0];

    private NelderMead(Func<double[], double> function) => _function = function;

    public static double[] Minimum(Func<double[], double> function, double[] start)
    {
        var search = new NelderMead(function);
        double[] best = start;
        double lowest = function(start);
        double edge = 0.5;
        for (int restart = 0; restart < MostRestarts; restart++)
        {
            best = search.From(best, edge);
            double found = function(best);
            if (lowest - found < Precision * (1 + Math.Abs(found)) && restart > 0) return best;
            lowest = found;
            edge = 0.1;
        }

        return best;
    }

    private double[] From(double[] start, double edge)
    {
        int n = start.Length;
        _points = Enumerable.Range(0, n + 1).Select(at => Corner(start, at, edge)).ToArray();
        _values = _points.Select(_function).ToArray();
        for (int step = 0; step < MostSteps; step++)
        {
            Array.Sort(_values, _points);
            if (_values[n] - _values[0] < Precision * (1 + Math.Abs(_values[0])) && Size() < 1e-6) break;
            Step(n);
        }

        Array.Sort(_values, _points);
        return _points[0];
    }

    private void Step(int n)
    {
        double[] centre = new double[n];
        for (int at = 0; at < n; at++)
            for (int i = 0; i < n; i++) centre[i] += _points[at][i] / n;

        double[] reflected = Along(centre, _points[n], -1);
        double value = _function(reflected);
        if (value < _values[0])
        {
            double[] expanded = Along(centre, _points[n], -2);
            double further = _function(expanded);
            if (further < value) Replace(n, expanded, further);
            else Replace(n, reflected, value);
            return;
        }

        if (value < _values[n - 1])
        {
            Replace(n, reflected, value);
            return;
        }

        bool outside = value < _values[n];
        double[] contracted = Along(centre, outside ? reflected : _points[n], 0.5);
        double inner = _function(contracted);
        if (inner < (outside ? value : _values[n])) Replace(n, contracted, inner);
        else Shrink(n);
    }

    private void Replace(int at, double[] point, double value)
    {
        _points[at] = point;
        _values[at] = value;
    }

    private void Shrink(int n)
    {
        for (int at = 1; at <= n; at++) Replace(at, Along(_points[0], _points[at], 0.5), 0);
        for (int at = 1; at <= n; at++) _values[at] = _function(_points[at]);
    }

    private double Size() =>
        _points.Skip(1).Max(point => point.Select((value, i) => Math.Abs(value - _points[0][i])).Max());

    private static double[] Corner(double[] start, int at, double edge)
    {
        double[] corner = (double[])start.Clone();
        if (at > 0) corner[at - 1] += edge;
        return corner;
    }

    private static double[] Along(double[] from, double[] to, double share) =>
        from.Select((value, i) => value + (share * (to[i] - value))).ToArray();
}
