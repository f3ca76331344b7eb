using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>The text in which statistics are stored with the customer.</summary>
internal static class StatisticsJson
{
    private const string Money = "0.0000", Square = "0.00", Logarithm = "0.000000000";

    public static string Text(CustomerStatistics statistics)
    {
        var json = new StringBuilder("{\"v\":1,\"orderdays\":").Append(Whole(statistics.OrderDays));
        if (statistics.OrderDays > 0)
        {
            json.Append(",\"first\":\"").Append(statistics.FirstDay)
                .Append("\",\"firstvalue\":").Append(Number(statistics.FirstValue, Money))
                .Append(",\"last\":\"").Append(statistics.LastDay)
                .Append("\",\"lastvalue\":").Append(Number(statistics.LastValue, Money))
                .Append(",\"squares\":").Append(Number(statistics.SquaredValue, Square))
                .Append(",\"gaps\":").Append(Whole(statistics.Gaps))
                .Append(",\"gapdays\":").Append(Whole(statistics.GapDays))
                .Append(",\"loggaps\":").Append(Number(statistics.LogGaps, Logarithm));
        }

        json.Append(",\"value\":").Append(Number(statistics.Value, Money)).Append(",\"months\":[");
        for (int at = 0; at < statistics.Months.Count; at++)
        {
            MonthActivity month = statistics.Months[at];
            json.Append(at == 0 ? "[" : ",[").Append(Whole(month.Month)).Append(',').Append(Whole(month.OrderDays))
                .Append(',').Append(Number(month.Value, Money)).Append(']');
        }

        return json.Append("]}").ToString();
    }

    public static CustomerStatistics? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1,\"orderdays\":");
        int orderDays = json.Integer();
        CustomerStatistics read = orderDays > 0 ? ReadOrders(json, orderDays) : CustomerStatistics.Empty;
        json.Expect(",\"value\":");
        decimal value = json.Decimal();
        json.Expect(",\"months\":[");
        read = read with { Value = value, Months = ReadMonths(json) };
        bool isOurs = json.IsAtEnd && read.FirstDay <= read.LastDay && read.Gaps < Math.Max(1, read.OrderDays);
        return isOurs && string.Equals(Text(read), text, StringComparison.Ordinal) ? read : null;
    }

    private static CustomerStatistics ReadOrders(JsonCursor json, int orderDays)
    {
        json.Expect(",\"first\":");
        Day first = json.Day();
        json.Expect(",\"firstvalue\":");
        decimal firstValue = json.Decimal();
        json.Expect(",\"last\":");
        Day last = json.Day();
        json.Expect(",\"lastvalue\":");
        decimal lastValue = json.Decimal();
        json.Expect(",\"squares\":");
        decimal squares = json.Decimal();
        json.Expect(",\"gaps\":");
        int gaps = json.Integer();
        json.Expect(",\"gapdays\":");
        int gapDays = json.Integer();
        json.Expect(",\"loggaps\":");
        return new CustomerStatistics
        {
            OrderDays = orderDays,
            FirstDay = first,
            FirstValue = firstValue,
            LastDay = last,
            LastValue = lastValue,
            SquaredValue = squares,
            Gaps = gaps,
            GapDays = gapDays,
            LogGaps = json.Decimal(),
        };
    }

    private static IReadOnlyList<MonthActivity> ReadMonths(JsonCursor json)
    {
        var months = new List<MonthActivity>();
        while (!json.IsBroken && !json.Skip("]}") && months.Count <= CustomerStatistics.MonthsKept)
        {
            json.Separate(months.Count == 0, ",");
            json.Expect("[");
            int month = json.Integer();
            json.Expect(",");
            int orderDays = json.Integer();
            json.Expect(",");
            decimal value = json.Decimal();
            json.Expect("]");
            months.Add(new MonthActivity { Month = month, OrderDays = orderDays, Value = value });
        }

        return months;
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    // A negative nothing would be written with its sign on one framework and without on another.
    private static string Number(decimal value, string format)
    {
        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text == "-" + format ? format : text;
    }
}
