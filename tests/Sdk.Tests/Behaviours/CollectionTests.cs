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
    public void A_collection_of_rows_copies_the_list_it_is_made_of()
    {
        var rows = new List<Entity>();
        var collection = new EntityCollection(rows);
        rows.Add(new Entity("account"));
        Assert.Empty(collection.Entities);
    }
}
