using Microsoft.Xrm.Sdk;

namespace Sdk.Tests.Behaviours;

public sealed class ValueTests
{
    [Fact]
    public void Choices_and_amounts_are_equal_by_value()
    {
        Assert.Equal(new OptionSetValue(1), new OptionSetValue(1));
        Assert.NotEqual(new OptionSetValue(1), new OptionSetValue(2));
        Assert.Equal(new Money(1.10m), new Money(1.1m));
        Assert.NotEqual(new Money(1m), new Money(2m));
    }

    [Fact]
    public void Collections_of_choices_are_equal_by_reference_only()
    {
        OptionSetValueCollection one = [new OptionSetValue(1)];
        OptionSetValueCollection other = [new OptionSetValue(1)];
        Assert.False(one.Equals(other));
    }

    [Fact]
    public void Aliased_values_are_equal_by_reference_only()
    {
        Assert.False(new AliasedValue("a", "b", 1).Equals(new AliasedValue("a", "b", 1)));
    }

    [Fact]
    public void An_amount_is_zero_by_default()
    {
        Assert.Equal(0m, new Money().Value);
    }

    [Fact]
    public void A_label_given_as_text_is_not_the_users_label()
    {
        var label = new Label("Points", 1033);
        Assert.Null(label.UserLocalizedLabel);
        Assert.Equal("Points", Assert.Single(label.LocalizedLabels).Label);
    }

    [Fact]
    public void A_new_label_is_empty()
    {
        Assert.Empty(new Label().LocalizedLabels);
        Assert.Null(new Label().UserLocalizedLabel);
    }

    [Fact]
    public void Relationships_are_equal_by_name_and_role()
    {
        Assert.Equal(new Relationship("a"), new Relationship("a"));
        Assert.NotEqual(
            new Relationship("a") { PrimaryEntityRole = EntityRole.Referenced },
            new Relationship("a") { PrimaryEntityRole = EntityRole.Referencing });
    }

    [Fact]
    public void The_text_of_a_relationship_ends_in_its_role()
    {
        Assert.Equal("a.", new Relationship("a").ToString());
        Assert.Equal(
            "a.Referenced", new Relationship("a") { PrimaryEntityRole = EntityRole.Referenced }.ToString());
    }
}
