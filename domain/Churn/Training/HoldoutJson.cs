using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>A back-test inside the text of a model run.</summary>
internal static class HoldoutJson
{
    private const int MostBins = 100;

    public static void Write(StringBuilder json, HoldoutReport test)
    {
        json.Append("{\"customers\":").Append(Whole(test.Customers))
            .Append(",\"with\":").Append(Whole(test.CustomersWithOrder));
        Append(json, "actual", test.ActualOrders);
        Append(json, "expected", test.ExpectedOrders);
        Append(json, "mae", test.MeanAbsoluteError);
        Append(json, "rmse", test.RootMeanSquareError);
        Append(json, "auc", test.AucOfProbability);
        Append(json, "aucrecency", test.AucOfRecency);
        Append(json, "logloss", test.LogLoss);
        Append(json, "baselogloss", test.BaseLogLoss);
        Append(json, "ece", test.CalibrationError);
        if (test.OrderValueError is { } error) Append(json, "valuemae", error);
        json.Append(",\"bins\":[");
        for (int at = 0; at < test.Bins.Count; at++)
        {
            CalibrationBin bin = test.Bins[at];
            json.Append(at == 0 ? "[" : ",[").Append(JsonCursor.Text(bin.From)).Append(',').Append(Whole(bin.Customers))
                .Append(',').Append(JsonCursor.Text(bin.Promised)).Append(',').Append(JsonCursor.Text(bin.Ordered))
                .Append(']');
        }

        json.Append("]}");
    }

    public static HoldoutReport Read(JsonCursor json)
    {
        json.Expect("{\"customers\":");
        int customers = json.Integer();
        json.Expect(",\"with\":");
        int withOrder = json.Integer();
        return ReadFigures(json) with { Customers = customers, CustomersWithOrder = withOrder };
    }

    private static HoldoutReport ReadFigures(JsonCursor json) => new()
    {
        ActualOrders = Number(json, "actual"),
        ExpectedOrders = Number(json, "expected"),
        MeanAbsoluteError = Number(json, "mae"),
        RootMeanSquareError = Number(json, "rmse"),
        AucOfProbability = Number(json, "auc"),
        AucOfRecency = Number(json, "aucrecency"),
        LogLoss = Number(json, "logloss"),
        BaseLogLoss = Number(json, "baselogloss"),
        CalibrationError = Number(json, "ece"),
        OrderValueError = json.Skip(",\"valuemae\":") ? json.Double() : null,
        Bins = ReadBins(json),
    };

    private static IReadOnlyList<CalibrationBin> ReadBins(JsonCursor json)
    {
        var bins = new List<CalibrationBin>();
        json.Expect(",\"bins\":[");
        while (!json.IsBroken && !json.Skip("]}") && bins.Count <= MostBins)
        {
            json.Separate(bins.Count == 0, ",");
            json.Expect("[");
            double from = json.Double();
            json.Expect(",");
            int customers = json.Integer();
            json.Expect(",");
            double promised = json.Double();
            json.Expect(",");
            double ordered = json.Double();
            json.Expect("]");
            bins.Add(new CalibrationBin { From = from, Customers = customers, Promised = promised, Ordered = ordered });
        }

        return bins;
    }

    private static double Number(JsonCursor json, string key)
    {
        json.Expect(",\"" + key + "\":");
        return json.Double();
    }

    private static void Append(StringBuilder json, string key, double value) =>
        json.Append(",\"").Append(key).Append("\":").Append(JsonCursor.Text(value));

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}
