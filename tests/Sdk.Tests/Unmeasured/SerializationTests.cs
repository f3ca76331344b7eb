using System.IO;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Sdk.Tests.Unmeasured;

/// <summary>The serializer creates objects without running constructors and needs every type by name.</summary>
public sealed class SerializationTests
{
    [Fact]
    public void A_row_survives_with_values_of_every_kind()
    {
        var row = new Entity("account")
        {
            ["customer"] = new EntityReference("contact", "number", 1),
            ["amount"] = new Money(1.5m),
            ["kinds"] = new OptionSetValueCollection { new OptionSetValue(3) },
            ["sum"] = new AliasedValue("account", "amount", new Money(2m)),
            ["members"] = new EntityCollection { Entities = { new Entity("contact") } },
        };
        var copy = RoundTrip(row);
        Assert.Equal(row["customer"], copy["customer"]);
        Assert.Equal(row["amount"], copy["amount"]);
        Assert.Equal(new OptionSetValue(3), copy.GetAttributeValue<OptionSetValueCollection>("kinds")[0]);
        Assert.Equal(new Money(2m), copy.GetAttributeValue<AliasedValue>("sum").Value);
        Assert.Equal("contact", copy.GetAttributeValue<EntityCollection>("members")[0].LogicalName);
        Assert.Empty(copy.KeyAttributes);
    }

    [Fact]
    public void A_typed_request_survives_as_its_type()
    {
        var query = new QueryExpression("account");
        query.AddLink("contact", "primarycontactid", "contactid");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "Contoso");
        var copy = RoundTrip<OrganizationRequest>(new RetrieveMultipleRequest { Query = query });
        var restored = (QueryExpression)Assert.IsType<RetrieveMultipleRequest>(copy).Query;
        Assert.Equal("contact", Assert.Single(restored.LinkEntities).LinkToEntityName);
        Assert.Equal("Contoso", Assert.Single(Assert.Single(restored.Criteria.Conditions).Values));
    }

    private static T RoundTrip<T>(T value)
    {
        var serializer = new DataContractSerializer(typeof(T));
        using var stream = new MemoryStream();
        serializer.WriteObject(stream, value);
        stream.Position = 0;
        return (T)serializer.ReadObject(stream)!;
    }
}
