using System;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using DateTimeFormat = Microsoft.Xrm.Sdk.Metadata.DateTimeFormat;

namespace Sdk.Tests.Metadata;

public sealed class MetadataWireTests
{
    [Fact]
    public void A_table_survives_the_wire_with_what_the_platform_computed()
    {
        var table = new EntityMetadata { LogicalName = "account", OwnershipType = OwnershipTypes.UserOwned };
        typeof(EntityMetadata).GetProperty("Attributes")!.SetValue(table, new AttributeMetadata[]
        {
            new StringAttributeMetadata("Name") { MaxLength = 160, FormatName = StringFormatName.Text },
            new DateTimeAttributeMetadata(DateTimeFormat.DateOnly) { DateTimeBehavior = DateTimeBehavior.DateOnly },
            new PicklistAttributeMetadata("Rating")
            {
                OptionSet = new OptionSetMetadata { Options = { new OptionMetadata(new Label("Hot", 1033), 1) } },
            },
        });

        EntityMetadata read = RoundTrip(table);

        Assert.Equal("account", read.LogicalName);
        Assert.Equal(OwnershipTypes.UserOwned, read.OwnershipType);
        Assert.Equal(160, Assert.IsType<StringAttributeMetadata>(read.Attributes[0]).MaxLength);
        Assert.Equal(AttributeTypeDisplayName.StringType, read.Attributes[0].AttributeTypeName);
        Assert.Equal(
            DateTimeBehavior.DateOnly, Assert.IsType<DateTimeAttributeMetadata>(read.Attributes[1]).DateTimeBehavior);
        Assert.Equal(1, Assert.IsType<PicklistAttributeMetadata>(read.Attributes[2]).OptionSet.Options[0].Value);
    }

    [Fact]
    public void A_relationship_survives_the_wire_with_its_cascades()
    {
        var relationship = new OneToManyRelationshipMetadata
        {
            SchemaName = "account_orders",
            CascadeConfiguration = new CascadeConfiguration { Delete = CascadeType.Restrict },
        };

        OneToManyRelationshipMetadata read = RoundTrip(relationship);

        Assert.Equal(RelationshipType.OneToManyRelationship, read.RelationshipType);
        Assert.Equal(CascadeType.Restrict, read.CascadeConfiguration.Delete);
    }

    [Fact]
    public void A_metadata_query_survives_the_wire_with_its_conditions()
    {
        var query = new EntityQueryExpression { Properties = new MetadataPropertiesExpression("LogicalName") };
        query.Criteria.Conditions.Add(new MetadataConditionExpression(
            "LogicalName", MetadataConditionOperator.In, new[] { "account", "contact" }));

        EntityQueryExpression read = RoundTrip(query);

        Assert.Equal(["LogicalName"], read.Properties.PropertyNames);
        Assert.Equal(new[] { "account", "contact" }, read.Criteria.Conditions[0].Value);
    }

    [Fact]
    public void A_type_writes_the_namespace_of_the_release_that_brought_it()
    {
        string xml = Encoding.UTF8.GetString(Write(new MemoFormatName { Value = "Text" }));

        Assert.Contains("http://schemas.microsoft.com/xrm/9.0/Metadata", xml, StringComparison.Ordinal);
    }

    private static T RoundTrip<T>(T value) =>
        (T)new DataContractSerializer(typeof(T)).ReadObject(new MemoryStream(Write(value)))!;

    private static byte[] Write<T>(T value)
    {
        var stream = new MemoryStream();
        new DataContractSerializer(typeof(T)).WriteObject(stream, value);
        return stream.ToArray();
    }
}
