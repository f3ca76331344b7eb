using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Api;

/// <summary>$select and $expand into columns to read and a shape to show.</summary>
internal sealed class QueryTranslator
{
    private readonly CatalogModel _model;

    public QueryTranslator(CatalogModel model) => _model = model;

    /// <summary>Without $select, every readable column.</summary>
    public RowShape Shape(Table table, SelectExpandClause? clause, bool isExpanded = false)
    {
        List<Column> columns = [];
        List<string> selected = [];
        List<Expansion> expansions = [];
        foreach (SelectItem item in clause?.SelectedItems ?? [])
        {
            switch (item)
            {
                case PathSelectItem path when path.SelectedPath.LastSegment is PropertySegment property:
                    columns.Add(PropertyNames.Find(table, property.Property.Name)!);
                    selected.Add(property.Property.Name);
                    break;
                case ExpandedNavigationSelectItem expanded when !isExpanded:
                    expansions.Add(Expand(table, expanded));
                    break;
                case ExpandedNavigationSelectItem:
                    throw ApiException.NotSupported("$expand within $expand");
                case PathSelectItem or WildcardSelectItem:
                    break;
                default:
                    throw ApiException.NotSupported($"{item.GetType().Name} in $select or $expand");
            }
        }

        bool isAll = columns.Count == 0;
        return new RowShape
        {
            Table = table,
            Columns = isAll ? table.OrderedColumns.Where(PropertyNames.IsShown).ToArray() : Completed(table, columns),
            Expansions = expansions,
            Selected = selected,
        };
    }

    /// <summary>What the shape needs, the lookups of its expansions included.</summary>
    public static ColumnSet ColumnsOf(RowShape shape)
    {
        IEnumerable<string> shown = shape.Columns.Select(column => column.LogicalName);
        IEnumerable<string> keys = shape.Expansions
            .Where(expansion => !expansion.Navigation.IsCollection)
            .Select(expansion => expansion.Navigation.Column.LogicalName);
        return new ColumnSet(shown.Concat(keys).Distinct().ToArray());
    }

    public QueryExpression Query(RowShape shape, FilterClause? filter, OrderByClause? order)
    {
        QueryExpression query = new(shape.Table.LogicalName) { ColumnSet = ColumnsOf(shape) };
        FilterTranslator translator = new(_model, shape.Table, query);
        translator.Filter(filter);
        translator.Order(order);
        return query;
    }

    /// <summary>The id comes always, the currency with every amount.</summary>
    private static Column[] Completed(Table table, List<Column> columns)
    {
        IEnumerable<Column> all = columns.Append(table.Columns[table.PrimaryId]);
        bool needsCurrency = columns.Exists(column => column.Type == ColumnType.Money);
        if (needsCurrency && table.Find("transactioncurrencyid") is Column currency) all = all.Append(currency);
        return all.Distinct().ToArray();
    }

    private Expansion Expand(Table table, ExpandedNavigationSelectItem item)
    {
        string name = item.PathToNavigationProperty.FirstSegment.Identifier;
        Navigation navigation = _model.Navigations.Find(table, name) ?? throw ApiException.BadUrl(
            $"Could not find a property named '{name}' on type '{CatalogModel.Namespace}.{table.LogicalName}'.");
        if (item.SkipOption is not null || item.SearchOption is not null || item.CountOption is not null)
        {
            throw ApiException.NotSupported("$skip, $search or $count within $expand");
        }

        RowShape shape = Shape(navigation.Target, item.SelectAndExpand, isExpanded: true);
        return new Expansion
        {
            Navigation = navigation,
            Shape = shape,
            Query = Query(shape, item.FilterOption, item.OrderByOption),
            Top = (int?)item.TopOption,
        };
    }
}
