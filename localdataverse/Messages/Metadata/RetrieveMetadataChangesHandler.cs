using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>
/// Which of some tables exist: the way to ask that does not fault for a table that is missing. Other questions are
/// refused by name.
/// </summary>
internal sealed class RetrieveMetadataChangesHandler : IMessageHandler
{
    private const string Name = "LogicalName";

    public string Message => "RetrieveMetadataChanges";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        TableMetadataWriter writer = new(operation.Tables, operation.QueryContext().Language);
        IEnumerable<EntityMetadata> found = NamesIn(request.Optional<EntityQueryExpression>("Query"))
            .Select(operation.Tables.Find)
            .OfType<Dataverse.Local.Metadata.Table>()
            .Select(table => writer.Write(table, EntityFilters.Entity));
        EntityMetadataCollection tables = [];
        tables.AddRange(found);
        return new RetrieveMetadataChangesResponse
        {
            Results = new ParameterCollection
            {
                ["EntityMetadata"] = tables,
                ["ServerVersionStamp"] = operation.Clock.GetUtcNow().ToUnixTimeMilliseconds()
                    .ToString(CultureInfo.InvariantCulture),
            },
        };
    }

    private static IEnumerable<string> NamesIn(EntityQueryExpression? query)
    {
        if (query?.Criteria is not { Conditions.Count: 1, Filters.Count: 0 } criteria)
            throw QueryFault.Refused("RetrieveMetadataChanges without exactly one condition");
        if (query.AttributeQuery is not null || query.RelationshipQuery is not null || query.KeyQuery is not null)
            throw QueryFault.Refused("RetrieveMetadataChanges about anything but tables");
        MetadataConditionExpression condition = criteria.Conditions[0];
        return condition switch
        {
            { PropertyName: Name, ConditionOperator: MetadataConditionOperator.Equals, Value: string one } => [one],
            { PropertyName: Name, ConditionOperator: MetadataConditionOperator.In, Value: string[] some } => some,
            _ => throw QueryFault.Refused(
                $"RetrieveMetadataChanges with {condition.PropertyName} {condition.ConditionOperator}"),
        };
    }
}
