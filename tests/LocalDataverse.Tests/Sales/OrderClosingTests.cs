using System;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Sales;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Sales;

public sealed class OrderClosingTests : IDisposable
{
    private readonly SalesWorld _world = new();

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Fulfilling_sets_the_state_and_writes_the_activity(bool raiseUpdate, bool activityFirst)
    {
        using SalesWorld world = new(new SalesOptions
        {
            RaiseUpdateOnClose = raiseUpdate,
            ActivityBeforeState = activityFirst,
        });
        Guid order = world.Order();
        world.Service.Create(SalesWorld.Line(order, 1, 20m));

        world.Fulfill(order);

        Entity row = world.Read("salesorder", order);
        Assert.Equal(3, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(100001, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.True(row.Contains("datefulfilled"));
        Assert.Equal(20m, row.GetAttributeValue<Money>("totalamount").Value);
        QueryExpression query = new("orderclose") { ColumnSet = new ColumnSet(true) };
        Entity activity = world.Service.RetrieveMultiple(query).Entities.Single();
        Assert.Equal(order, activity.GetAttributeValue<EntityReference>("salesorderid").Id);
        Assert.Equal(1, activity.GetAttributeValue<OptionSetValue>("statecode").Value);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void The_nested_update_of_the_state_can_be_switched_off(bool raiseUpdate, int updates)
    {
        using SalesWorld world = new(new SalesOptions { RaiseUpdateOnClose = raiseUpdate });
        Guid order = world.Order();
        world.Local.Requests.Reset();

        world.Fulfill(order);

        Assert.Equal(updates, world.Local.Requests.Of(RequestOrigin.Platform, "Update"));
        Assert.Equal(1, world.Local.Requests.Of(RequestOrigin.Platform, "Create"));
    }

    [Theory]
    [InlineData(2, "Canceled", "CancelSalesOrderRequest")]
    [InlineData(3, "Fulfilled", "FulfillSalesOrderRequest")]
    public void A_closing_state_cannot_be_set_directly(int state, string name, string request)
    {
        Guid order = _world.Order();
        string expected = $"This message can not be used to set the state of salesorder to {name}. In order to set "
            + $"state of salesorder to {name}, use the {request} message instead.";

        FaultException<OrganizationServiceFault> update = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Update("salesorder", order, ("statecode", new OptionSetValue(state))));
        FaultException<OrganizationServiceFault> setState = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Service.Execute(new SetStateRequest
            {
                EntityMoniker = SalesWorld.Ref("salesorder", order),
                State = new OptionSetValue(state),
                Status = new OptionSetValue(-1),
            }));

        Assert.Equal(expected, update.Detail.Message);
        Assert.Equal(expected, setState.Detail.Message);
    }

    [Fact]
    public void An_order_can_be_submitted_directly()
    {
        Guid order = _world.Order();

        _world.Update("salesorder", order, ("statecode", new OptionSetValue(1)));

        Assert.Equal(3, _world.Read("salesorder", order).GetAttributeValue<OptionSetValue>("statuscode").Value);
    }

    [Fact]
    public void Cancelling_sets_state_and_status()
    {
        Guid order = _world.Order();

        _world.Service.Execute(new CancelSalesOrderRequest
        {
            OrderClose = SalesWorld.Row("orderclose",
                ("salesorderid", SalesWorld.Ref("salesorder", order)), ("subject", "no money")),
            Status = new OptionSetValue(4),
        });

        Entity row = _world.Read("salesorder", order);
        Assert.Equal(2, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(4, row.GetAttributeValue<OptionSetValue>("statuscode").Value);
        Assert.False(row.Contains("datefulfilled"));
    }

    [Fact]
    public void A_status_of_another_state_is_refused_and_nothing_is_written()
    {
        Guid order = _world.Order();

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _world.Fulfill(order, status: 4));

        Assert.Equal(0, _world.Read("salesorder", order).GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Empty(_world.Service.RetrieveMultiple(new QueryExpression("orderclose")).Entities);
    }

    [Fact]
    public void An_order_is_fulfilled_once()
    {
        Guid order = _world.Order();
        _world.Fulfill(order);

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _world.Fulfill(order));
        Assert.Single(_world.Service.RetrieveMultiple(new QueryExpression("orderclose")).Entities);
    }

    [Fact]
    public void Lines_of_a_fulfilled_order_are_read_only()
    {
        Guid order = _world.Order();
        Guid line = _world.Service.Create(SalesWorld.Line(order, 1, 20m));
        _world.Fulfill(order);

        Action[] changes =
        [
            () => _world.Service.Create(SalesWorld.Line(order, 1, 20m)),
            () => _world.Update("salesorderdetail", line, ("quantity", 2m)),
            () => _world.Service.Delete("salesorderdetail", line),
        ];
        foreach (Action change in changes)
        {
            FaultException<OrganizationServiceFault> refused =
                Assert.Throws<FaultException<OrganizationServiceFault>>(change);
            Assert.Equal("The detail cannot be updated because the parent is not editable.", refused.Detail.Message);
        }
    }

    [Fact]
    public void A_fulfilled_order_is_read_only_but_can_be_deleted()
    {
        Guid order = _world.Order();
        _world.Service.Create(SalesWorld.Line(order, 1, 20m));
        _world.Fulfill(order);

        Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _world.Update("salesorder", order, ("description", "late")));

        _world.Service.Delete("salesorder", order);
        Assert.Empty(_world.Service.RetrieveMultiple(new QueryExpression("salesorderdetail")).Entities);
    }
}
