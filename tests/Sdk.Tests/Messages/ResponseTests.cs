using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Messages;

namespace Sdk.Tests.Messages;

public sealed class ResponseTests
{
    [Fact]
    public void A_result_that_is_missing_reads_as_the_default_of_its_type()
    {
        Assert.Equal(Guid.Empty, new CreateResponse().id);
        Assert.False(new UpsertResponse().RecordCreated);
        Assert.Null(new UpsertResponse().Target);
        Assert.Null(new RetrieveMultipleResponse().EntityCollection);
        Assert.False(new ExecuteMultipleResponse().IsFaulted);
        Assert.Equal(0m, new RetrieveExchangeRateResponse().ExchangeRate);
        Assert.Equal(AccessRights.None, new RetrievePrincipalAccessResponse().AccessRights);
    }

    [Fact]
    public void A_result_is_read_under_the_name_of_its_property()
    {
        var id = Guid.NewGuid();
        var created = new CreateResponse { ["id"] = id };
        var who = new WhoAmIResponse { ["UserId"] = id };
        var upserted = new UpsertMultipleResponse { ["Results"] = new[] { new UpsertResponse() } };

        Assert.Equal(id, created.id);
        Assert.Equal(id, who.UserId);
        Assert.Single(upserted.Results);
    }

    [Fact]
    public void A_result_of_another_type_is_no_default_but_an_error()
    {
        var created = new CreateResponse { ["id"] = "text" };

        Assert.Throws<InvalidCastException>(() => created.id);
    }
}
