using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Protection;

/// <summary>Entries by pages in the order of their source keys, for auditors. No names, no notes.</summary>
internal sealed class LedgerExport
{
    private readonly IOrganizationService service;

    public LedgerExport(IOrganizationService service) => this.service = service;

    /// <param name="programmeId">Null: all programmes.</param>
    /// <param name="cursor">The source key of the last row of the page before; empty: from the start.</param>
    /// <param name="count">Rows of the page, at most 5,000.</param>
    public IReadOnlyList<Entity> Page(Guid? programmeId, string cursor, int count)
    {
        var query = new QueryExpression(LoyaltyEntry.Table)
        {
            ColumnSet = EntryRows.Columns(),
            PageInfo = new PagingInfo { Count = count, PageNumber = 1 },
        };
        // Keys begin with the programme's id, so its entries stand together.
        if (programmeId is { } programme)
            query.Criteria.AddCondition(
                LoyaltyEntry.Columns.SourceKey, ConditionOperator.BeginsWith, programme.ToString("N") + "-");
        if (cursor.Length > 0)
            query.Criteria.AddCondition(LoyaltyEntry.Columns.SourceKey, ConditionOperator.GreaterThan, cursor);
        query.AddOrder(LoyaltyEntry.Columns.SourceKey, OrderType.Ascending);
        return service.RetrieveMultiple(query).Entities;
    }

    /// <summary>A header line, then one line a row; text that a spreadsheet would calculate begins with '.</summary>
    public static string Csv(IEnumerable<Entity> rows)
    {
        string[] columns = EntryRows.Columns().Columns.OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var csv = new StringBuilder(string.Join(",", columns)).Append("\r\n");
        foreach (Entity row in rows)
            csv.Append(string.Join(",", columns.Select(column => Field(row, column)))).Append("\r\n");
        return csv.ToString();
    }

    private static string Field(Entity row, string column) => row.GetAttributeValue<object>(column) switch
    {
        null => "",
        EntityReference link => link.Id.ToString("D"),
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        string text => Quoted(text),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Quoted(string text)
    {
        bool isFormula = text.Length > 0 && "=+-@\t\r".IndexOf(text[0]) >= 0;
        return "\"" + (isFormula ? "'" : "") + text.Replace("\"", "\"\"") + "\"";
    }
}
