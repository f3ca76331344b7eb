using System;
using System.Collections.Generic;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Aggregates over any number of rows: the platform refuses to aggregate more than 50,000 at once, so a span of
/// creation times that is refused is halved until its parts are accepted.
/// </summary>
internal sealed class PagedAggregate(IOrganizationService service, string table, string attributes)
{
    /// <summary>AggregateQueryRecordLimit of the platform.</summary>
    private const int LimitExceeded = -2147164125;

    /// <summary>The aggregated rows of all spans, one after the other; the caller adds them up.</summary>
    /// <param name="from">Inclusive, whole seconds, UTC.</param>
    /// <param name="until">Exclusive.</param>
    public IEnumerable<Entity> Run(DateTime from, DateTime until)
    {
        Stack<Span> open = new([new Span(from, until)]);
        while (open.TryPop(out Span span))
        {
            if (TryRun(span) is { } found)
            {
                foreach (Entity row in found) yield return row;
                continue;
            }

            DateTime middle = span.From.AddSeconds(Math.Floor((span.Until - span.From).TotalSeconds / 2));
            if (middle == span.From)
            {
                throw new CommandException(
                    $"More than 50,000 rows of {table} were created at {span.From:O}; they cannot be added up.");
            }

            open.Push(new Span(middle, span.Until));
            open.Push(new Span(span.From, middle));
        }
    }

    /// <returns>Null where the span holds too many rows.</returns>
    private DataCollection<Entity>? TryRun(Span span)
    {
        string fetch = $"""
            <fetch aggregate="true"><entity name="{table}">{attributes}<filter>
            <condition attribute="createdon" operator="ge" value="{Text(span.From)}" />
            <condition attribute="createdon" operator="lt" value="{Text(span.Until)}" />
            </filter></entity></fetch>
            """;
        try
        {
            return service.RetrieveMultiple(new FetchExpression(fetch)).Entities;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode == LimitExceeded)
        {
            return null;
        }
    }

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private readonly record struct Span(DateTime From, DateTime Until);
}
