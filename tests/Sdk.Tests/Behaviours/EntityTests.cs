using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class EntityTests
{
    private readonly Entity _row = new("account") { ["i"] = 1, ["n"] = null, ["o"] = new OptionSetValue(1) };

    [Fact]
    public void Indexing_a_missing_column_throws_with_its_name()
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => _row["zz"]);
        Assert.Contains("'zz'", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_column_reads_as_the_default_of_the_type_asked_for()
    {
        Assert.Equal(0, _row.GetAttributeValue<int>("missing"));
        Assert.Null(_row.GetAttributeValue<int?>("missing"));
    }

    [Fact]
    public void A_null_column_reads_as_the_default_of_the_type_asked_for()
    {
        Assert.Equal(0, _row.GetAttributeValue<int>("n"));
    }

    [Fact]
    public void A_value_is_cast_and_never_converted()
    {
        var toText = Assert.Throws<InvalidCastException>(() => _row.GetAttributeValue<string>("i"));
        Assert.Contains("'System.Int32' to type 'System.String'", toText.Message, StringComparison.Ordinal);
        var toLong = Assert.Throws<InvalidCastException>(() => _row.GetAttributeValue<long>("i"));
        Assert.Contains("'System.Int32' to type 'System.Int64'", toLong.Message, StringComparison.Ordinal);
        var toEnum = Assert.Throws<InvalidCastException>(() => _row.GetAttributeValue<DayOfWeek>("o"));
        Assert.Contains(
            "'Microsoft.Xrm.Sdk.OptionSetValue' to type 'System.DayOfWeek'", toEnum.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_a_column_must_not_be_null()
    {
        var thrown = Assert.Throws<ArgumentNullException>(() => _row.GetAttributeValue<int>(null!));
        Assert.Equal("attributeLogicalName", thrown.ParamName);
    }

    [Fact]
    public void A_column_that_holds_null_is_contained()
    {
        Assert.True(_row.Contains("n"));
    }

    [Fact]
    public void Trying_another_type_or_null_fails_quietly()
    {
        Assert.False(_row.TryGetAttributeValue<string>("i", out _));
        Assert.False(_row.TryGetAttributeValue<string>("n", out _));
        Assert.True(_row.TryGetAttributeValue<int>("i", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void Names_of_columns_are_case_sensitive()
    {
        Assert.False(_row.Contains("I"));
    }

    [Fact]
    public void A_row_may_have_no_table_name_yet()
    {
        Assert.Null(new Entity().LogicalName);
        Assert.Null(new Entity(null).LogicalName);
    }

    [Fact]
    public void A_new_row_has_the_empty_id_and_no_state()
    {
        Assert.Equal(Guid.Empty, new Entity("account").Id);
        Assert.Null(new Entity("account").EntityState);
    }

    [Fact]
    public void A_row_can_be_named_by_an_alternate_key()
    {
        var row = new Entity("account", "accountnumber", "A-1");
        Assert.Equal("A-1", Assert.Single(row.KeyAttributes).Value);
    }

    [Fact]
    public void Columns_set_to_null_are_an_empty_collection_again()
    {
        _row.Attributes = null!;
        Assert.Empty(_row.Attributes);
    }

    [Fact]
    public void Related_rows_can_be_added_to_a_new_row()
    {
        Assert.False(new Entity("account").RelatedEntities.IsReadOnly);
    }

    [Fact]
    public void Values_have_no_text_of_their_own()
    {
        Assert.Equal("Microsoft.Xrm.Sdk.Entity", new Entity("account").ToString());
        Assert.Equal("Microsoft.Xrm.Sdk.EntityReference", new EntityReference("account").ToString());
        Assert.Equal("Microsoft.Xrm.Sdk.Money", new Money(1m).ToString());
    }

    [Fact]
    public void Early_bound_properties_read_and_write_the_columns()
    {
        var account = new Account { Name = "Contoso" };
        account.FormattedValues["statecode"] = "Active";
        Assert.Equal("Contoso", account["name"]);
        Assert.Equal("Contoso", account.Name);
        Assert.Equal("Active", account.FormattedStatus);
    }

    [Fact]
    public void Early_bound_navigation_reads_and_writes_the_related_rows()
    {
        var parent = new Account();
        var account = new Account();
        Assert.Null(account.Parent);
        account.Parent = parent;
        Assert.Same(parent, account.Parent);
        account.Parent = null;
        Assert.Null(account.Parent);
    }
}
