using System;
using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class EntityReferenceTests
{
    private static readonly Guid Id = Guid.Parse("11111111-2222-3333-4444-555555555555");
    private readonly EntityReference _reference = new("account", Id);

    [Fact]
    public void The_name_does_not_count_for_equality()
    {
        Assert.Equal(_reference, new EntityReference("account", Id) { Name = "Contoso" });
    }

    [Fact]
    public void The_table_counts_for_equality()
    {
        Assert.NotEqual(_reference, new EntityReference("contact", Id));
    }

    [Fact]
    public void The_table_is_compared_case_sensitively()
    {
        Assert.NotEqual(_reference, new EntityReference("Account", Id));
    }

    [Fact]
    public void References_by_the_same_key_are_equal()
    {
        Assert.Equal(new EntityReference("account", "number", 1), new EntityReference("account", "number", 1));
    }

    [Fact]
    public void References_by_different_keys_are_not_equal()
    {
        Assert.NotEqual(new EntityReference("account", "number", 1), new EntityReference("account", "number", 2));
    }

    [Fact]
    public void Equal_references_have_the_same_hash()
    {
        Assert.Equal(
            _reference.GetHashCode(), new EntityReference("account", Id) { Name = "Contoso" }.GetHashCode());
    }
}
