using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Sales;

public sealed class InvoiceStateTests : IDisposable
{
    private readonly SalesWorld _world = new();
    private readonly Guid _invoice;
    private readonly Guid _line;

    public InvoiceStateTests()
    {
        _invoice = _world.Document("invoice");
        _line = _world.Service.Create(SalesWorld.Line("invoice", _invoice, 1, 25m));
    }

    public void Dispose() => _world.Dispose();

    [Theory]
    [Trait("Rule", "P08")]
    [InlineData(2, 100001)]
    [InlineData(2, 100002)]
    [InlineData(3, 100003)]
    public void A_paid_or_cancelled_invoice_is_read_only_until_it_is_reactivated(int state, int status)
    {
        Set(state, status);
        Assert.Equal(status, Status());
        Assert.Equal(unchecked((int)0x8004022e),
            TestEnvironment.FaultOf(() => _world.Update("invoice", _invoice, ("name", "New"))).ErrorCode);
        TestEnvironment.FaultOf(() => _world.Update("invoicedetail", _line, ("quantity", 2m)));

        Set(0, 1);
        _world.Update("invoicedetail", _line, ("quantity", 2m));

        Assert.Equal(50m, _world.Amount("invoice", _invoice, "totalamount"));
    }

    [Fact]
    public void A_partly_paid_invoice_becomes_paid_in_full_and_without_a_reason_it_is_complete()
    {
        Set(2, 100002);
        _world.Update("invoice", _invoice, ("statuscode", new OptionSetValue(100001)));
        Assert.Equal(100001, Status());

        _world.Update("invoice", _invoice, ("statecode", new OptionSetValue(0)));
        Assert.Equal(1, Status());
        _world.Update("invoice", _invoice, ("statecode", new OptionSetValue(2)));
        Assert.Equal(100001, Status());
    }

    [Fact]
    public void A_status_of_another_state_is_refused() => Assert.Equal(
        unchecked((int)0x80048408), TestEnvironment.FaultOf(() => Set(3, 100001)).ErrorCode);

    [Fact]
    public void SetState_pays_as_an_update_does()
    {
        _world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("invoice", _invoice),
            State = new OptionSetValue(2),
            Status = new OptionSetValue(-1),
        });

        Assert.Equal(100001, Status());
    }

    private void Set(int state, int status) => _world.Update("invoice", _invoice,
        ("statecode", new OptionSetValue(state)), ("statuscode", new OptionSetValue(status)));

    private int Status() => _world.Read("invoice", _invoice).GetAttributeValue<OptionSetValue>("statuscode").Value;
}
