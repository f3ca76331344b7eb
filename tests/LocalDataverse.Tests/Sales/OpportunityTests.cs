using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Sales;

public sealed class OpportunityTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Lines_are_priced_and_summed_as_on_an_order()
    {
        Guid opportunity = _world.Document(
            "opportunity", ("discountpercentage", 10m), ("freightamount", new Money(5m)));

        Line(opportunity, 2, 50m, tax: 19m);

        Assert.Equal(100m, Amount(opportunity, "totallineitemamount"));
        Assert.Equal(10m, Amount(opportunity, "totaldiscountamount"));
        Assert.Equal(90m, Amount(opportunity, "totalamountlessfreight"));
        Assert.Equal(114m, Amount(opportunity, "totalamount"));
    }

    [Fact]
    public void The_estimate_is_the_total_while_the_system_calculates_it()
    {
        Guid opportunity = _world.Document("opportunity", ("isrevenuesystemcalculated", true));
        Line(opportunity, 2, 50m);
        Assert.Equal(100m, Amount(opportunity, "estimatedvalue"));

        _world.Update("opportunity", opportunity,
            ("isrevenuesystemcalculated", false), ("estimatedvalue", new Money(7m)));
        Line(opportunity, 1, 50m);
        Assert.Equal(7m, Amount(opportunity, "estimatedvalue"));

        _world.Update("opportunity", opportunity, ("isrevenuesystemcalculated", true));
        Assert.Equal(150m, Amount(opportunity, "estimatedvalue"));
    }

    [Theory]
    [InlineData(true, 1, 3)]
    [InlineData(false, 2, 5)]
    public void Winning_and_losing_set_state_revenue_and_date_and_lines_become_read_only(
        bool won, int state, int status)
    {
        Guid opportunity = _world.Document("opportunity");
        Guid line = Line(opportunity, 1, 50m);

        Close(opportunity, won, status);

        Entity row = _world.Read("opportunity", opportunity);
        Assert.Equal(state, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(status, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.Equal(45m, row.GetAttributeValue<Money>("actualvalue").Value);
        Assert.Equal(new DateTime(2026, 2, 3), row.GetAttributeValue<DateTime>("actualclosedate"));
        QueryExpression closes = new("opportunityclose") { ColumnSet = new ColumnSet("statecode") };
        Entity close = Assert.Single(_world.Service.RetrieveMultiple(closes).Entities);
        Assert.Equal(1, close.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal("The detail cannot be updated because the parent is not editable.",
            TestEnvironment.FaultOf(() => _world.Update("opportunityproduct", line, ("quantity", 2m))).Message);
        Assert.Equal(unchecked((int)0x80048408),
            TestEnvironment.FaultOf(() => Close(opportunity, won, status)).ErrorCode);
    }

    [Fact]
    public void A_status_of_the_other_outcome_is_refused()
    {
        Guid opportunity = _world.Document("opportunity");

        TestEnvironment.FaultOf(() => Close(opportunity, won: true, status: 5));

        Assert.Equal(0, _world.Read("opportunity", opportunity).GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Fact]
    public void A_won_opportunity_can_be_reopened_and_priced_again()
    {
        Guid opportunity = _world.Document("opportunity");
        Guid line = Line(opportunity, 1, 50m);
        Close(opportunity, won: true, status: 3);

        _world.Update("opportunity", opportunity, ("statecode", new OptionSetValue(0)));
        _world.Update("opportunityproduct", line, ("quantity", 3m));

        Assert.Equal(150m, Amount(opportunity, "totalamount"));
    }

    private Guid Line(Guid opportunity, decimal quantity, decimal price, decimal tax = 0m) => _world.Create(
        "opportunityproduct",
        ("opportunityid", SalesWorld.Ref("opportunity", opportunity)), ("isproductoverridden", true),
        ("productdescription", "Advice"), ("quantity", quantity), ("priceperunit", new Money(price)),
        ("tax", new Money(tax)));

    private void Close(Guid opportunity, bool won, int status)
    {
        Entity close = SalesWorld.Row("opportunityclose",
            ("opportunityid", SalesWorld.Ref("opportunity", opportunity)), ("actualrevenue", new Money(45m)),
            ("actualend", new DateTime(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc)));
        OptionSetValue reason = new(status);
        _world.Service.Execute(won
            ? new WinOpportunityRequest { OpportunityClose = close, Status = reason }
            : new LoseOpportunityRequest { OpportunityClose = close, Status = reason });
    }

    private decimal Amount(Guid opportunity, string column) => _world.Amount("opportunity", opportunity, column);
}
