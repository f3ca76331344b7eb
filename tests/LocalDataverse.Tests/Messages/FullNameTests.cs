using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class FullNameTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    [Fact]
    public void A_contacts_full_name_follows_its_parts()
    {
        Entity contact = new("contact") { ["firstname"] = "Yvonne", ["lastname"] = "McKay" };
        Guid id = _environment.Service.Create(contact);
        Assert.Equal("Yvonne McKay", NameOf(id));

        _environment.Service.Update(new Entity("contact", id) { ["lastname"] = "Maier" });
        Assert.Equal("Yvonne Maier", NameOf(id));

        _environment.Service.Update(new Entity("contact", id) { ["firstname"] = null });
        Assert.Equal("Maier", NameOf(id));
    }

    public void Dispose() => _environment.Dispose();

    private string NameOf(Guid id) =>
        _environment.Service.Retrieve("contact", id, new ColumnSet("fullname")).GetAttributeValue<string>("fullname");
}
