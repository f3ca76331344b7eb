using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>Any query of the SDK into the one query model.</summary>
internal static class QueryReader
{
    public static SelectQuery Read(QueryBase query, TableCatalog catalog) => query switch
    {
        QueryExpression expression => new QueryExpressionReader(catalog).Read(expression),
        QueryByAttribute attributes => QueryByAttributeReader.Read(attributes, catalog),
        FetchExpression fetch => new FetchXmlReader(catalog).Read(fetch.Query),
        null => throw QueryFault.MissingQuery(),
        _ => throw QueryFault.Refused($"queries of the type {query.GetType().Name}"),
    };
}
