using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Sales;

public sealed class QuoteRevisionTests : IDisposable
{
    private const int Draft = 0, Active = 1, Closed = 3, Revised = 7;

    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void A_revision_is_a_draft_with_number_lines_and_totals_of_the_closed_quote()
    {
        Guid quote = Quote();
        Close(quote);

        Entity revision = Revise(quote);

        Entity closed = _world.Read("quote", quote);
        Assert.NotEqual(quote, revision.Id);
        Assert.Equal(closed["quotenumber"], revision["quotenumber"]);
        Assert.Equal(0, closed["revisionnumber"]);
        Assert.Equal(1, revision["revisionnumber"]);
        Assert.Equal(Closed, State(closed));
        Assert.Equal(Revised, closed.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(Draft, State(revision));
        Assert.Equal(closed["customerid"], revision["customerid"]);
        Assert.Equal(100m - 10m + 19m, _world.Amount("quote", revision.Id, "totalamount"));
        Entity[] lines = [.. _world.Service.RetrieveMultiple(new QueryExpression("quotedetail")
        {
            ColumnSet = new ColumnSet("quoteid", "tax"),
        }).Entities];
        Assert.Equal(2, lines.Select(line => line.GetAttributeValue<EntityReference>("quoteid").Id).Distinct().Count());
        Assert.All(lines, line => Assert.Equal(19m, line.GetAttributeValue<Money>("tax").Value));
    }

    [Fact]
    public void Revision_numbers_go_on_and_a_new_quote_begins_at_nought()
    {
        Guid quote = Quote();
        Close(quote);
        Guid second = Revise(quote).Id;
        Close(second);

        Assert.Equal(2, Revise(quote)["revisionnumber"]);
        Assert.Equal(0, _world.Read("quote", Quote())["revisionnumber"]);
    }

    [Theory]
    [InlineData(Draft)]
    [InlineData(Active)]
    public void Only_a_closed_quote_is_revised(int state)
    {
        Guid quote = Quote();
        if (state == Active)
        {
            _world.Update("quote", quote, ("statecode", new OptionSetValue(Active)));
        }

        Assert.Contains("only a closed quote is revised", Refusal(quote).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_two_revisions_are_open_at_once()
    {
        Guid quote = Quote();
        Close(quote);
        Revise(quote);

        OrganizationServiceFault refused = Refusal(quote);

        Assert.Equal(unchecked((int)0x80048d00), refused.ErrorCode);
        Assert.StartsWith("Quote cannot be revised as there already exists another", refused.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_does_not_exist_is_refused() =>
        Assert.Equal(ErrorCodes.ObjectDoesNotExist, Refusal(Guid.NewGuid()).ErrorCode);

    private Guid Quote()
    {
        Guid quote = _world.Document("quote", ("discountamount", new Money(10m)));
        _world.Service.Create(SalesWorld.Line("quote", quote, 1, 100m, tax: 19m));
        return quote;
    }

    private void Close(Guid quote) => _world.Service.Execute(new CloseQuoteRequest
    {
        QuoteClose = SalesWorld.Row("quoteclose", ("quoteid", SalesWorld.Ref("quote", quote))),
        Status = new OptionSetValue(Revised),
    });

    private Entity Revise(Guid quote) => ((ReviseQuoteResponse)_world.Service.Execute(
        new ReviseQuoteRequest { QuoteId = quote, ColumnSet = new ColumnSet(true) })).Entity;

    private OrganizationServiceFault Refusal(Guid quote) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(() => Revise(quote)).Detail;

    private static int State(Entity row) => row.GetAttributeValue<OptionSetValue>("statecode").Value;
}
