using System;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>The text in which a model run is stored.</summary>
internal static class ModelRunJson
{
    private const string Regular = ",\"regular\":1";

    public static string Text(ModelRun run)
    {
        var json = new StringBuilder("{\"v\":1,\"from\":\"").Append(run.WindowStart)
            .Append("\",\"to\":\"").Append(run.WindowEnd)
            .Append("\",\"result\":").Append(Whole((int)run.Result))
            .Append(",\"estimator\":").Append(Whole((int)run.Estimator))
            .Append(",\"customers\":").Append(run.Customers.ToString(CultureInfo.InvariantCulture))
            .Append(",\"cells\":").Append(Whole(run.Cells))
            .Append(",\"loglikelihood\":").Append(JsonCursor.Text(run.LogLikelihood));
        if (run.Model is { } model) WriteModel(json, model);
        if (run.HeedsRegularity) json.Append(Regular);
        if (run.Backtest is { } test)
        {
            json.Append(",\"backtestdays\":").Append(Whole(run.BacktestDays)).Append(",\"backtest\":");
            HoldoutJson.Write(json, test);
        }

        json.Append(",\"verdict\":").Append(Whole((int)run.Verdict));
        WriteMeans(json, run.Means);
        return json.Append('}').ToString();
    }

    public static ModelRun? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"from\":");
        Day from = json.Day();
        json.Expect(",\"to\":");
        Day to = json.Day();
        int result = After(json, "result");
        int estimator = After(json, "estimator");
        json.Expect(",\"customers\":");
        decimal customers = json.Decimal();
        int cells = After(json, "cells");
        double logLikelihood = Number(json, "loglikelihood");
        PurchaseModel? model = json.Skip(",\"model\":{\"kind\":") ? ReadModel(json) : null;
        bool heedsRegularity = json.Skip(Regular);
        int days = json.Skip(",\"backtestdays\":") ? json.Integer() : 0;
        HoldoutReport? backtest = json.Skip(",\"backtest\":") ? HoldoutJson.Read(json) : null;
        int verdict = After(json, "verdict");
        PopulationMeans means = ReadMeans(json);
        json.Expect("}");
        if (!json.IsAtEnd || customers is < 0 or > long.MaxValue) return null;
        var run = new ModelRun
        {
            WindowStart = from, WindowEnd = to, Result = (FitResult)result, Estimator = (Estimator)estimator,
            Customers = (long)customers, Cells = cells, LogLikelihood = logLikelihood, Model = model,
            HeedsRegularity = heedsRegularity,
            BacktestDays = days, Backtest = backtest, Verdict = (GateVerdict)verdict, Means = means,
        };
        return string.Equals(Text(run), text, StringComparison.Ordinal) ? run : null;
    }

    private static void WriteModel(StringBuilder json, PurchaseModel model) => json
        .Append(",\"model\":{\"kind\":").Append(Whole((int)model.Kind))
        .Append(",\"k\":").Append(Whole(model.Regularity))
        .Append(",\"r\":").Append(JsonCursor.Text(model.Parameters.R))
        .Append(",\"alpha\":").Append(JsonCursor.Text(model.Parameters.Alpha))
        .Append(",\"a\":").Append(JsonCursor.Text(model.Parameters.A))
        .Append(",\"b\":").Append(JsonCursor.Text(model.Parameters.B)).Append('}');

    private static PurchaseModel? ReadModel(JsonCursor json)
    {
        int kind = json.Integer();
        int k = After(json, "k");
        double r = Number(json, "r"), alpha = Number(json, "alpha"), a = Number(json, "a"), b = Number(json, "b");
        json.Expect("}");
        bool isSound = !json.IsBroken && kind is 0 or 1 && k is >= 1 and <= 3 && r > 0 && alpha > 0 && a > 0 && b > 0
            && r + alpha + a + b < double.MaxValue;
        return isSound ? new PurchaseModel((PurchaseModelKind)kind, k, new PurchaseParameters(r, alpha, a, b)) : null;
    }

    private static void WriteMeans(StringBuilder json, PopulationMeans means)
    {
        json.Append(",\"means\":{\"gap\":").Append(JsonCursor.Text(means.TypicalGapDays));
        Write(json, "silent", means.SilentDays);
        Write(json, "perweek", means.RepeatOrdersPerWeek);
        Write(json, "repeat", means.RepeatShare);
        if (means.TypicalOrderValue is { } value)
            json.Append(",\"value\":").Append(value.ToString("0.0000", CultureInfo.InvariantCulture));
        json.Append('}');
    }

    private static PopulationMeans ReadMeans(JsonCursor json)
    {
        json.Expect(",\"means\":{\"gap\":");
        double gap = json.Double();
        double silent = Number(json, "silent"), perWeek = Number(json, "perweek"), repeat = Number(json, "repeat");
        decimal? value = json.Skip(",\"value\":") ? json.Decimal() : null;
        json.Expect("}");
        return new PopulationMeans
        {
            TypicalGapDays = gap, SilentDays = silent, RepeatOrdersPerWeek = perWeek, RepeatShare = repeat,
            TypicalOrderValue = value,
        };
    }

    private static int After(JsonCursor json, string key)
    {
        json.Expect(",\"" + key + "\":");
        return json.Integer();
    }

    private static double Number(JsonCursor json, string key)
    {
        json.Expect(",\"" + key + "\":");
        return json.Double();
    }

    private static void Write(StringBuilder json, string key, double value) =>
        json.Append(",\"").Append(key).Append("\":").Append(JsonCursor.Text(value));

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
