using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>Counts of a histogram as a list; empty bins at the end are left out.</summary>
internal static class HistogramJson
{
    public static string Text(LogHistogram histogram)
    {
        int used = LogHistogram.Bins;
        while (used > 0 && histogram.Counts[used - 1] == 0) used--;
        var json = new StringBuilder("[");
        for (int bin = 0; bin < used; bin++)
            json.Append(bin == 0 ? "" : ",").Append(histogram.Counts[bin].ToString(CultureInfo.InvariantCulture));
        return json.Append(']').ToString();
    }

    public static LogHistogram? Read(JsonCursor json, LogScale scale)
    {
        var counts = new List<long>();
        json.Expect("[");
        while (!json.IsBroken && !json.Skip("]") && counts.Count <= LogHistogram.Bins)
        {
            json.Separate(counts.Count == 0, ",");
            counts.Add(json.Long());
        }

        if (json.IsBroken || counts.Count > LogHistogram.Bins || counts.Any(count => count < 0)) return null;
        counts.AddRange(Enumerable.Repeat(0L, LogHistogram.Bins - counts.Count));
        return new LogHistogram(scale, counts);
    }
}
