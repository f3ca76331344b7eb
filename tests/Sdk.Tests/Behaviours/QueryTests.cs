using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Behaviours;

public sealed class QueryTests
{
    [Fact]
    public void Columns_given_as_null_are_no_columns()
    {
        Assert.Empty(new ColumnSet(null).Columns);
    }

    [Fact]
    public void A_new_column_set_is_not_all_columns()
    {
        Assert.False(new ColumnSet().AllColumns);
    }

    [Fact]
    public void A_column_given_twice_stays_twice()
    {
        Assert.Equal(["a", "a"], new ColumnSet("a", "a").Columns);
    }

    [Fact]
    public void A_query_starts_without_columns()
    {
        var columns = new QueryExpression("account").ColumnSet;
        Assert.False(columns.AllColumns);
        Assert.Empty(columns.Columns);
    }

    [Fact]
    public void A_query_starts_on_no_page_and_without_limit()
    {
        var query = new QueryExpression("account");
        Assert.Equal(0, query.PageInfo.PageNumber);
        Assert.Equal(0, query.PageInfo.Count);
        Assert.Null(query.TopCount);
    }

    [Fact]
    public void A_query_starts_with_an_and_filter_of_its_own()
    {
        Assert.Equal(LogicalOperator.And, new QueryExpression("account").Criteria.FilterOperator);
        Assert.NotSame(new QueryExpression("account").Criteria, new QueryExpression("account").Criteria);
    }

    [Fact]
    public void A_link_is_inner_and_starts_from_the_table_of_the_query()
    {
        var link = new QueryExpression("a").AddLink("b", "bid", "id");
        Assert.Equal(JoinOperator.Inner, link.JoinOperator);
        Assert.Equal("a", link.LinkFromEntityName);
        Assert.Null(link.EntityAlias);
        Assert.False(link.Columns.AllColumns);
        Assert.Equal(LogicalOperator.And, link.LinkCriteria.FilterOperator);
    }

    [Fact]
    public void A_query_by_attribute_starts_with_nothing_at_all()
    {
        var query = new QueryByAttribute();
        Assert.Null(query.EntityName);
        Assert.Null(query.ColumnSet);
        Assert.Null(query.PageInfo);
        Assert.Null(query.TopCount);
    }

    [Fact]
    public void A_query_by_attribute_keeps_names_and_values_side_by_side()
    {
        var query = new QueryByAttribute("account");
        query.AddAttributeValue("name", "Contoso");
        Assert.Equal(["name"], query.Attributes);
        Assert.Equal(["Contoso"], query.Values);
    }
}
