using System;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.Churn;

/// <summary>The text in which signals are stored with the customer.</summary>
internal static class SignalsJson
{
    public static string Text(CustomerSignals signals)
    {
        var json = new StringBuilder("{\"v\":1");
        Count(json, "cases", signals.HighPriorityCases);
        Count(json, "escalations", signals.Escalations);
        Count(json, "complaints", signals.OpenComplaints);
        Count(json, "unpaid", signals.UnpaidInvoices);
        if (signals.Nps is { } nps) json.Append(",\"nps\":").Append(nps.ToString(CultureInfo.InvariantCulture));
        if (signals.NpsOn is { } on) json.Append(",\"npson\":\"").Append(on).Append('"');
        return json.Append('}').ToString();
    }

    public static CustomerSignals? Parse(string text)
    {
        var json = new JsonCursor(text);
        json.Expect("{\"v\":1");
        var read = new CustomerSignals
        {
            HighPriorityCases = json.Skip(",\"cases\":") ? json.Integer() : 0,
            Escalations = json.Skip(",\"escalations\":") ? json.Integer() : 0,
            OpenComplaints = json.Skip(",\"complaints\":") ? json.Integer() : 0,
            UnpaidInvoices = json.Skip(",\"unpaid\":") ? json.Integer() : 0,
            Nps = json.Skip(",\"nps\":") ? json.Integer() : null,
            NpsOn = json.Skip(",\"npson\":") ? json.Day() : null,
        };
        json.Expect("}");
        return json.IsAtEnd && string.Equals(Text(read), text, StringComparison.Ordinal) ? read : null;
    }

    private static void Count(StringBuilder json, string key, int count)
    {
        if (count == 0) return;
        json.Append(",\"").Append(key).Append("\":").Append(count.ToString(CultureInfo.InvariantCulture));
    }
}
