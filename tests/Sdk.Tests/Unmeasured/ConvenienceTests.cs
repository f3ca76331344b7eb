using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Unmeasured;

public sealed class ConvenienceTests
{
    private readonly ParameterCollection _parameters = new() { ["a"] = 1 };

    [Fact]
    public void Trying_a_parameter_as_another_type_fails_quietly()
    {
        Assert.True(_parameters.TryGetValue<int>("a", out var value));
        Assert.Equal(1, value);
        Assert.False(_parameters.TryGetValue<string>("a", out _));
        Assert.False(_parameters.TryGetValue<int>("missing", out _));
        Assert.True(_parameters.TryGetValue("a", out object untyped));
        Assert.Equal(1, untyped);
    }

    [Fact]
    public void Adding_null_leaves_a_parameter_as_it_is()
    {
        _parameters.AddOrUpdateIfNotNull("a", null);
        Assert.Equal(1, _parameters["a"]);
        _parameters.AddOrUpdateIfNotNull("a", 2);
        Assert.Equal(2, _parameters["a"]);
    }

    [Fact]
    public void A_row_can_be_added_to_a_collection_made_of_an_array()
    {
        var collection = new EntityCollection(new[] { new Entity("account") });
        collection.Entities.Add(new Entity("account"));
        Assert.Equal(2, collection.Entities.Count);
    }

    [Fact]
    public void A_link_of_a_link_starts_from_the_table_that_is_linked_to()
    {
        var link = new QueryExpression("a").AddLink("b", "bid", "id").AddLink("c", "cid", "id", JoinOperator.LeftOuter);
        Assert.Equal("b", link.LinkFromEntityName);
        Assert.Equal(JoinOperator.LeftOuter, link.JoinOperator);
    }

    [Fact]
    public void A_new_fault_has_an_empty_collection_of_details()
    {
        Assert.Empty(new OrganizationServiceFault().ErrorDetails);
    }
}
