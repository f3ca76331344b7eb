using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Behaviours;

/// <summary>Whether a collection is taken apart depends on the overload that the compiler picks.</summary>
public sealed class ConditionTests
{
    [Fact]
    public void A_condition_takes_an_array_of_values_apart()
    {
        var condition = new ConditionExpression("a", ConditionOperator.In, new[] { 1, 2 });
        Assert.Equal(["Int32", "Int32"], TypesOf(condition));
    }

    [Fact]
    public void A_condition_takes_an_array_of_objects_apart()
    {
        var condition = new ConditionExpression("a", ConditionOperator.In, new object[] { 1, 2 });
        Assert.Equal(["Int32", "Int32"], TypesOf(condition));
    }

    [Fact]
    public void A_condition_takes_a_list_apart()
    {
        var condition = new ConditionExpression("a", ConditionOperator.In, new List<Guid> { default, default });
        Assert.Equal(["Guid", "Guid"], TypesOf(condition));
    }

    [Fact]
    public void A_condition_keeps_a_lazy_sequence_as_one_value()
    {
        var condition = new ConditionExpression("a", ConditionOperator.In, new[] { 1, 2 }.Where(x => x > 0));
        Assert.IsAssignableFrom<IEnumerable<int>>(Assert.Single(condition.Values));
    }

    [Fact]
    public void A_filter_keeps_an_array_of_values_as_one_value()
    {
        var numbers = Filtered(filter => filter.AddCondition("a", ConditionOperator.In, new[] { 1, 2 }));
        var ids = Filtered(filter => filter.AddCondition("a", ConditionOperator.In, new Guid[2]));
        Assert.Equal(["Int32[]"], TypesOf(numbers));
        Assert.Equal(["Guid[]"], TypesOf(ids));
    }

    [Fact]
    public void A_filter_takes_an_array_of_strings_apart()
    {
        var condition = Filtered(filter => filter.AddCondition("a", ConditionOperator.In, new[] { "x", "y" }));
        Assert.Equal(["String", "String"], TypesOf(condition));
    }

    [Fact]
    public void A_null_value_is_a_value()
    {
        var condition = new ConditionExpression("a", ConditionOperator.Equal, (object?)null);
        Assert.Null(Assert.Single(condition.Values));
    }

    [Fact]
    public void A_condition_without_value_has_none()
    {
        Assert.Empty(new ConditionExpression("a", ConditionOperator.Null).Values);
    }

    [Fact]
    public void A_condition_can_compare_two_columns_of_a_row()
    {
        var condition = Filtered(filter => filter.AddCondition("a", ConditionOperator.Equal, true, "b"));
        Assert.True(condition.CompareColumns);
        Assert.Equal("b", Assert.Single(condition.Values));
    }

    [Fact]
    public void A_condition_can_belong_to_a_linked_table()
    {
        var condition = Filtered(filter => filter.AddCondition("link", "a", ConditionOperator.Equal, 1));
        Assert.Equal("link", condition.EntityName);
        Assert.Equal("a", condition.AttributeName);
    }

    private static ConditionExpression Filtered(Action<FilterExpression> add)
    {
        var filter = new FilterExpression();
        add(filter);
        return Assert.Single(filter.Conditions);
    }

    private static IEnumerable<string> TypesOf(ConditionExpression condition) =>
        condition.Values.Select(value => value.GetType().Name);
}
