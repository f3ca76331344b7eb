using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class DeleteTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_deleted_row_is_gone_and_cannot_be_deleted_again()
    {
        Guid id = _environment.CreateAccount();

        _environment.Service.Delete("account", id);

        Assert.Equal(0, _environment.Count("account"));
        Assert.Equal(-2147220969, TestEnvironment.FaultOf(() => _environment.Service.Delete("account", id)).ErrorCode);
    }

    [Fact]
    public void Removing_the_link_keeps_the_row_that_pointed_there()
    {
        (Guid parent, Guid child) = ParentAndChild(Cascade.RemoveLink);

        _environment.Service.Delete("test_parent", parent);

        Entity row = _environment.Service.Retrieve("test_child", child, new ColumnSet(true));
        Assert.False(row.Contains("test_parentid"));
    }

    [Fact]
    public void A_cascade_deletes_children_with_their_steps()
    {
        (Guid parent, _) = ParentAndChild(Cascade.Cascade);
        _environment.On("Delete", "test_child", Stage.PreOperation, "CountRuns");

        string trace = _environment.Traced(() => _environment.Service.Delete("test_parent", parent));

        Assert.Contains("| run 1\n", trace, StringComparison.Ordinal);
        Assert.Equal(0, _environment.Count("test_child"));
    }

    [Theory]
    [InlineData(Cascade.Cascade, 0)]
    [InlineData(Cascade.RemoveLink, 5002)]
    public void Children_beyond_a_page_are_reached_too(Cascade onDelete, int left)
    {
        (Guid parent, Guid child) = ParentAndChild(onDelete);
        EntityReference link = _environment.Service.Retrieve("test_child", child, new ColumnSet("test_parentid"))
            .GetAttributeValue<EntityReference>("test_parentid");
        for (int i = 0; i < 5001; i++)
        {
            _environment.Service.Create(new Entity("test_child") { ["test_parentid"] = link });
        }

        _environment.Service.Delete("test_parent", parent);

        QueryExpression linked = new("test_child") { PageInfo = new PagingInfo { Count = 5000, PageNumber = 2 } };
        EntityCollection second = _environment.Service.RetrieveMultiple(linked);
        Assert.Equal(Math.Max(0, left - 5000), second.Entities.Count);
        linked = new QueryExpression("test_child");
        linked.Criteria.AddCondition("test_parentid", ConditionOperator.NotNull);
        Assert.Empty(_environment.Service.RetrieveMultiple(linked).Entities);
    }

    [Fact]
    public void A_restriction_refuses_and_deletes_nothing()
    {
        (Guid parent, _) = ParentAndChild(Cascade.Restrict);

        OrganizationServiceFault fault = TestEnvironment.FaultOf((
            ) => _environment.Service.Delete("test_parent",
            parent));

        Assert.Equal(-2147220953, fault.ErrorCode);
        Assert.StartsWith(
            "The object you tried to delete is associated with another object",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Equal(1, _environment.Count("test_parent"));
        Assert.Equal(1, _environment.Count("test_child"));
    }

    [Fact]
    public void A_child_that_refuses_to_be_deleted_keeps_its_parent()
    {
        (Guid parent, _) = ParentAndChild(Cascade.Cascade);
        _environment.On("Delete", "test_child", Stage.PreOperation, "Refuse", "stays");

        Assert.Equal(
            "stays",
            TestEnvironment.FaultOf(() => _environment.Service.Delete("test_parent", parent)).Message);
        Assert.Equal(1, _environment.Count("test_parent"));
    }

    private (Guid Parent, Guid Child) ParentAndChild(Cascade onDelete)
    {
        TestTables.AddParentAndChild(_environment.Dataverse.Tables, onDelete);
        Guid parent = _environment.Service.Create(new Entity("test_parent") { ["test_name"] = "P" });
        Guid child = _environment.Service.Create(new Entity("test_child")
        {
            ["test_name"] = "C",
            ["test_parentid"] = new EntityReference("test_parent", parent),
        });
        return (parent, child);
    }
}
