using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Metadata;

public sealed class MetadataQueryTests
{
    [Fact]
    public void A_query_starts_with_an_empty_and_filter()
    {
        var query = new EntityQueryExpression();

        Assert.Equal(LogicalOperator.And, query.Criteria.FilterOperator);
        Assert.Empty(query.Criteria.Conditions);
        Assert.Empty(query.Criteria.Filters);
        Assert.Null(query.Properties);
        Assert.Null(query.AttributeQuery);
    }

    [Fact]
    public void Properties_named_at_birth_are_asked_for()
    {
        var properties = new MetadataPropertiesExpression("LogicalName", "Keys");

        Assert.Equal(["LogicalName", "Keys"], properties.PropertyNames);
        Assert.False(properties.AllProperties);
    }

    [Fact]
    public void An_option_set_without_options_has_an_empty_list_to_add_to()
    {
        var choice = new OptionSetMetadata();

        choice.Options.Add(new OptionMetadata(new Label("One", 1033), 1));

        Assert.Equal(1, Assert.Single(choice.Options).Value);
    }
}
