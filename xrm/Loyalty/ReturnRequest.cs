using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.EarningApis.ReturnPoints;

namespace CrmExtensions.Xrm.Loyalty;

/// <summary>
/// What came back: nothing said is everything, otherwise JSON such as
/// <c>[{"line":"...","quantity":2},{"line":"...","amount":9.90}]</c>, amounts in base currency.
/// </summary>
internal sealed class ReturnRequest
{
    private const int LongestLines = 100_000;

    private const string OneLine =
        "\\{\\s*\"line\"\\s*:\\s*\"([0-9a-fA-F-]{32,36})\"\\s*,\\s*\"(quantity|amount)\"\\s*:\\s*"
        + "([0-9]{1,12}(?:\\.[0-9]{1,5})?)\\s*\\}";

    private readonly string lines;

    public ReturnRequest(ApiInput input)
    {
        string table = input.Text(Api.DocumentTable);
        if (table is not (EarningDocument.OrderTable or EarningDocument.InvoiceTable))
            throw new BusinessRuleException(UserText.ReturnTableIsUnknown, table);
        Document = new EntityReference(table, input.Id(Api.DocumentId) ?? Guid.Empty);
        RequestId = input.RequestId(Api.RequestId);
        lines = input.Text(Api.Lines).Trim();
        if (!AreReadable()) throw new BusinessRuleException(UserText.ReturnLinesAreUnreadable);
    }

    public EntityReference Document { get; }

    public string RequestId { get; }

    /// <summary>By line; by amount where the record names no lines, because there were too many.</summary>
    public ReturnPlan PlanFor(StepRun run, DocumentRecord recorded, PurchaseDocument document)
    {
        EarnRecord record = recorded.Earned;
        if (lines.Length == 0) return ReturnPolicy.Everything(record, record.MemberId);
        if (record.Earned.NamesLines)
            return ReturnPolicy.Lines(record, record.MemberId, LinesOf(record).ToArray());
        return ReturnPolicy.Share(record, record.MemberId, AmountOf(new LineAmounts(run, recorded, document)));
    }

    private decimal AmountOf(LineAmounts values) => Regex.Matches(lines, OneLine).Cast<Match>().Sum(match =>
    {
        decimal number = decimal.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value == "amount" ? number : values.Of(new Guid(match.Groups[1].Value), number);
    });

    private bool AreReadable()
    {
        if (lines.Length == 0) return true;
        if (lines.Length > LongestLines) return false;
        foreach (Match match in Regex.Matches(lines, OneLine))
            if (!Guid.TryParse(match.Groups[1].Value, out _)) return false;
        string left = Regex.Replace(lines, OneLine, "L").Replace(" ", "").Replace("\r", "").Replace("\n", "");
        return Regex.IsMatch(left, "^\\[L(,L)*\\]$");
    }

    private IEnumerable<ReturnedLine> LinesOf(EarnRecord record)
    {
        foreach (Match match in Regex.Matches(lines, OneLine))
        {
            var line = new Guid(match.Groups[1].Value);
            decimal number = decimal.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture);
            bool isAmount = match.Groups[2].Value == "amount";
            yield return new ReturnedLine
            {
                Line = line,
                Quantity = isAmount ? UnitsFor(record, line, number) : number,
            };
        }
    }

    /// <summary>The part of the line's units that an amount stands for.</summary>
    private static decimal UnitsFor(EarnRecord record, Guid line, decimal amount)
    {
        BreakdownPart[] parts = record.Earned.Parts.Where(part => part.Line == line).ToArray();
        decimal whole = parts.Sum(part => part.Amount);
        decimal units = parts.Sum(part => part.Units ?? 0m);
        return whole <= 0 ? 0m : decimal.Round(units * amount / whole, 5);
    }
}
