using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>QueryByAttribute is a QueryExpression whose conditions are all equalities (null: is null).</summary>
internal static class QueryByAttributeReader
{
    public static SelectQuery Read(QueryByAttribute query, TableCatalog catalog)
    {
        if (query.Attributes.Count != query.Values.Count)
        {
            throw QueryFault.Argument(
                "The number of attributes and the number of values of a QueryByAttribute differ.");
        }

        QueryExpression expression = new(query.EntityName)
        {
            ColumnSet = query.ColumnSet, PageInfo = query.PageInfo, TopCount = query.TopCount,
        };
        for (int i = 0; i < query.Attributes.Count; i++)
        {
            expression.Criteria.Conditions.Add(query.Values[i] is null
                ? new ConditionExpression(query.Attributes[i], ConditionOperator.Null)
                : new ConditionExpression(query.Attributes[i], ConditionOperator.Equal, query.Values[i]));
        }

        expression.Orders.AddRange(query.Orders);
        return new QueryExpressionReader(catalog).Read(expression);
    }
}
