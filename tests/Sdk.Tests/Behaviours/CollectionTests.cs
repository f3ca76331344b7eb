using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class CollectionTests
{
    private readonly ParameterCollection _parameters = new() { ["a"] = 1 };

    [Fact]
    public void Adding_a_null_range_adds_nothing()
    {
        _parameters.AddRange(null);
        Assert.Single(_parameters);
        var references = new EntityReferenceCollection();
        references.AddRange(null);
        Assert.Empty(references);
    }

    [Fact]
    public void Reading_a_missing_parameter_throws_with_its_name()
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => _parameters["x"]);
        Assert.Contains("'x'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Adding_a_parameter_twice_throws_with_its_name()
    {
        var thrown = Assert.Throws<ArgumentException>(() => _parameters.Add("a", 2));
        Assert.Contains("Key: a", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_must_have_a_name()
    {
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => _parameters.Add(null!, 1)).ParamName);
    }

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
    public void A_collection_of_rows_copies_the_list_it_is_made_of()
    {
        var rows = new List<Entity>();
        var collection = new EntityCollection(rows);
        rows.Add(new Entity("account"));
        Assert.Empty(collection.Entities);
    }

    [Fact]
    public void A_row_can_be_added_to_a_collection_made_of_an_array()
    {
        var collection = new EntityCollection(new[] { new Entity("account") });
        collection.Entities.Add(new Entity("account"));
        Assert.Equal(2, collection.Entities.Count);
    }
}
