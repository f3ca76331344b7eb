using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>The text in which a slice of a training is handed on.</summary>
internal static class TrainingJson
{
    public static string Text(TrainingTally tally)
    {
        var json = new StringBuilder("{\"v\":1,\"start\":\"").Append(tally.Start).Append("\",\"end\":\"")
            .Append(tally.End).Append("\",\"horizon\":").Append(Whole(tally.HorizonDays)).Append(",\"cells\":[");
        string separator = "";
        foreach (KeyValuePair<long, long> cell in tally.Cells.InOrder)
        {
            WriteCell(json.Append(separator), cell.Key).Append(',').Append(Whole(cell.Value)).Append(']');
            separator = ",";
        }

        json.Append(']');
        for (int at = 0; at < tally.Tests.Count; at++) WriteHoldout(json.Append(TestKey(at)), tally.Tests[at]);
        WritePopulation(json, tally.Population);
        return json.Append('}').ToString();
    }

    public static TrainingTally? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"start\":");
        Day start = json.Day();
        json.Expect(",\"end\":");
        Day end = json.Day();
        json.Expect(",\"horizon\":");
        int horizon = json.Integer();
        if (json.IsBroken || start > end || horizon <= 0) return null;
        var tally = new TrainingTally(start, end, horizon);
        json.Expect(",\"cells\":[");
        for (bool first = true; !json.IsBroken && !json.Skip("]"); first = false)
        {
            json.Separate(first, ",");
            long key = ReadCell(json);
            json.Expect(",");
            tally.Cells.Add(key, json.Long());
            json.Expect("]");
        }

        for (int at = 0; at < tally.Tests.Count; at++)
        {
            json.Expect(TestKey(at));
            ReadHoldout(json, tally.Tests[at]);
        }

        PopulationTally? population = ReadPopulation(json);
        json.Expect("}");
        if (!json.IsAtEnd || population is null) return null;
        tally.Population.Add(population);
        return string.Equals(Text(tally), text, StringComparison.Ordinal) ? tally : null;
    }

    private static StringBuilder WriteCell(StringBuilder json, long key) => json.Append('[')
        .Append(Whole(PurchaseCells.RepeatsOf(key))).Append(',').Append(Whole(PurchaseCells.RecencyOf(key)))
        .Append(',').Append(Whole(PurchaseCells.AgeOf(key)));

    private static long ReadCell(JsonCursor json)
    {
        json.Expect("[");
        int repeats = json.Integer();
        json.Expect(",");
        int recency = json.Integer();
        json.Expect(",");
        int age = json.Integer();
        bool isCell = repeats >= 0 && repeats < 1 << 21 && recency >= 0 && recency <= age && age < 1 << 21;
        return isCell ? PurchaseCells.KeyOf(repeats, recency, age) : 0;
    }

    private static void WriteHoldout(StringBuilder json, HoldoutCells holdout)
    {
        string separator = "[";
        foreach (KeyValuePair<long, SortedDictionary<int, long>> cell in holdout.InOrder)
        {
            foreach (KeyValuePair<int, long> later in cell.Value)
            {
                WriteCell(json.Append(separator), cell.Key).Append(',').Append(Whole(later.Key)).Append(',')
                    .Append(Whole(later.Value)).Append(']');
                separator = ",";
            }
        }

        json.Append(separator == "[" ? "[]" : "]");
    }

    private static void ReadHoldout(JsonCursor json, HoldoutCells holdout)
    {
        json.Expect("[");
        for (bool first = true; !json.IsBroken && !json.Skip("]"); first = false)
        {
            json.Separate(first, ",");
            long key = ReadCell(json);
            json.Expect(",");
            int later = json.Integer();
            json.Expect(",");
            holdout.Add(key, later, json.Long());
            json.Expect("]");
        }
    }

    private static void WritePopulation(StringBuilder json, PopulationTally tally)
    {
        json.Append(",\"customers\":").Append(Whole(tally.Customers))
            .Append(",\"repeat\":").Append(Whole(tally.RepeatCustomers))
            .Append(",\"orders\":").Append(Whole(tally.RepeatOrders))
            .Append(",\"agedays\":").Append(Whole(tally.AgeDays))
            .Append(",\"silentdays\":").Append(Whole(tally.SilentDays))
            .Append(",\"gaps\":").Append(HistogramJson.Text(tally.MeanGaps))
            .Append(",\"values\":").Append(HistogramJson.Text(tally.OrderValues));
    }

    private static PopulationTally? ReadPopulation(JsonCursor json)
    {
        long customers = Number(json, "customers"), repeat = Number(json, "repeat"), orders = Number(json, "orders");
        long age = Number(json, "agedays"), silent = Number(json, "silentdays");
        json.Expect(",\"gaps\":");
        LogHistogram? gaps = HistogramJson.Read(json, LogScale.Days);
        json.Expect(",\"values\":");
        LogHistogram? values = HistogramJson.Read(json, LogScale.Money);
        if (gaps is null || values is null) return null;
        return new PopulationTally
        {
            Customers = customers, RepeatCustomers = repeat, RepeatOrders = orders, AgeDays = age,
            SilentDays = silent, MeanGaps = gaps, OrderValues = values,
        };
    }

    private static string TestKey(int at) => ",\"test" + Whole(at + 1) + "\":";

    private static long Number(JsonCursor json, string key)
    {
        json.Expect(",\"" + key + "\":");
        return json.Long();
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);
}
