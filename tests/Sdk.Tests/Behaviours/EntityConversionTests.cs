using System;
using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class EntityConversionTests
{
    private readonly Entity _row = new("account", Guid.NewGuid())
    {
        ["name"] = "Contoso",
        RowVersion = "7",
        EntityState = EntityState.Changed,
        FormattedValues = { ["statecode"] = "Active" },
        KeyAttributes = { ["accountnumber"] = "A-1" },
    };

    [Fact]
    public void A_converted_row_is_another_object_on_the_same_columns()
    {
        var copy = _row.ToEntity<Entity>();
        Assert.NotSame(_row, copy);
        Assert.Same(_row.Attributes, copy.Attributes);
    }

    [Fact]
    public void Id_state_and_formatted_values_go_along()
    {
        var account = _row.ToEntity<Account>();
        Assert.Equal(_row.Id, account.Id);
        Assert.Equal(EntityState.Changed, account.EntityState);
        Assert.Same(_row.FormattedValues, account.FormattedValues);
        Assert.Single(account.FormattedValues);
    }

    [Fact]
    public void A_row_of_another_table_is_refused_by_name()
    {
        var thrown = Assert.Throws<NotSupportedException>(() => new Entity("contact").ToEntity<Account>());
        Assert.Equal("Cannot convert entity contact to account", thrown.Message);
    }

    [Fact]
    public void A_row_without_table_name_gives_a_reference_without_table_name()
    {
        Assert.Null(new Entity().ToEntityReference().LogicalName);
        Assert.Null(new Entity().ToEntityReference().Name);
    }

    [Fact]
    public void A_reference_takes_over_the_row_version_but_not_the_key()
    {
        var reference = _row.ToEntityReference();
        Assert.Equal("7", reference.RowVersion);
        Assert.Empty(reference.KeyAttributes);
    }
}
