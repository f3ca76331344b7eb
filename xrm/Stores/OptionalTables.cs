using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Tables of apps that an environment may lack. Asked so that a missing one is no fault: a fault dooms the transaction.
/// </summary>
internal sealed class OptionalTables
{
    private const string LogicalName = "LogicalName";

    private readonly IOrganizationService service;

    public OptionalTables(IOrganizationService service) => this.service = service;

    public bool Has(string table)
    {
        var query = new EntityQueryExpression { Properties = new MetadataPropertiesExpression(LogicalName) };
        query.Criteria.Conditions.Add(
            new MetadataConditionExpression(LogicalName, MetadataConditionOperator.Equals, table));
        var answer = (RetrieveMetadataChangesResponse)service.Execute(
            new RetrieveMetadataChangesRequest { Query = query });
        return answer.EntityMetadata.Count > 0;
    }
}
