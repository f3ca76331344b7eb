using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;
using Microsoft.Xrm.Sdk.Messages;

namespace Sdk.Tests.Unmeasured;

public sealed class ServiceContextTests
{
    private static readonly Relationship Contacts = new("contact_customer_accounts");
    private readonly RecordingService _service = new();
    private readonly Entity _account = new("account", Guid.NewGuid());
    private readonly Entity _contact = new("contact", Guid.NewGuid());

    [Fact]
    public void An_attached_row_is_unchanged_and_saves_nothing()
    {
        using var context = new OrganizationServiceContext(_service);
        context.Attach(_account);
        Assert.Equal(EntityState.Unchanged, _account.EntityState);
        context.SaveChanges();
        Assert.Empty(_service.Requests);
    }

    [Fact]
    public void Rows_are_created_updated_and_deleted_as_marked()
    {
        using var context = new OrganizationServiceContext(_service);
        var added = new Entity("account");
        context.AddObject(added);
        context.Attach(_account);
        context.UpdateObject(_account);
        context.Attach(_contact);
        context.DeleteObject(_contact);
        context.SaveChanges();
        Assert.Equal(["Create", "Update", "Delete"], _service.Requests.Select(request => request.RequestName));
        Assert.NotEqual(Guid.Empty, added.Id);
    }

    [Fact]
    public void Nothing_is_tracked_after_saving()
    {
        using var context = new OrganizationServiceContext(_service);
        context.Attach(_account);
        context.SaveChanges();
        Assert.Empty(context.GetAttachedEntities());
        Assert.Null(_account.EntityState);
    }

    [Fact]
    public void A_related_new_row_is_created_with_its_source()
    {
        using var context = new OrganizationServiceContext(_service);
        context.Attach(_account);
        context.AddRelatedObject(_account, Contacts, new Entity("contact"));
        context.SaveChanges();
        var update = Assert.IsType<UpdateRequest>(Assert.Single(_service.Requests));
        Assert.Equal("contact", Assert.Single(update.Target.RelatedEntities[Contacts].Entities).LogicalName);
    }

    [Fact]
    public void A_link_between_existing_rows_is_associated_and_disassociated()
    {
        using var context = new OrganizationServiceContext(_service);
        context.Attach(_account);
        context.Attach(_contact);
        context.AddLink(_account, Contacts, _contact);
        context.SaveChanges();
        context.Attach(_account);
        context.Attach(_contact);
        context.DeleteLink(_account, Contacts, _contact);
        context.SaveChanges();
        Assert.Equal(["Associate", "Disassociate"], _service.Requests.Select(request => request.RequestName));
    }

    [Fact]
    public void Two_rows_of_the_same_identity_are_refused()
    {
        using var context = new OrganizationServiceContext(_service);
        context.Attach(_account);
        var thrown = Assert.Throws<InvalidOperationException>(
            () => context.Attach(new Entity("account", _account.Id)));
        Assert.Equal(
            "The context is already tracking a different 'account' entity with the same identity.", thrown.Message);
    }

    [Fact]
    public void A_row_that_is_not_tracked_cannot_be_updated()
    {
        using var context = new OrganizationServiceContext(_service);
        var thrown = Assert.Throws<InvalidOperationException>(() => context.UpdateObject(_account));
        Assert.Equal("The context is not currently tracking the 'account' entity.", thrown.Message);
    }

    [Fact]
    public void The_first_error_stops_saving_and_keeps_the_cause()
    {
        using var context = new OrganizationServiceContext(new RecordingService { Refused = "Create" });
        context.AddObject(new Entity("account"));
        var thrown = Assert.Throws<SaveChangesException>(() => context.SaveChanges());
        Assert.Equal("refused", thrown.InnerException?.Message);
        Assert.True(thrown.Results.HasError);
        Assert.Single(context.GetAttachedEntities());
    }

    [Fact]
    public void Saving_can_go_on_after_an_error()
    {
        using var context = new OrganizationServiceContext(new RecordingService { Refused = "Create" });
        context.AddObject(new Entity("account"));
        context.Attach(_account);
        context.UpdateObject(_account);
        var results = context.SaveChanges(SaveChangesOptions.ContinueOnError);
        Assert.Equal([false, true], results.Select(result => result.Error is null));
    }
}
