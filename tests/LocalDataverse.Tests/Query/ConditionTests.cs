using System;
using System.Linq;
using Dataverse.Local.Tests.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

public sealed class ConditionTests
{
    [Fact]
    public void Not_equal_and_its_relatives_match_null_rows()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("fax", "1"), ("numberofemployees", 1));
        rows.Add("account", ("name", "B"));

        Assert.Equal("B", rows.AccountsWhere("<condition attribute='fax' operator='ne' value='1'/>"));
        Assert.Equal("B", rows.AccountsWhere("<condition attribute='fax' operator='not-like' value='1%'/>"));
        Assert.Equal(
            "B", rows.AccountsWhere("<condition attribute='fax' operator='not-in'><value>1</value></condition>"));
        Assert.Equal("B", rows.AccountsWhere("<condition attribute='numberofemployees' operator='ne' value='1'/>"));
        Assert.Equal("A,B", rows.AccountsWhere("<condition attribute='ownerid' operator='ne-userid'/>"));
    }

    [Fact]
    public void Teams_of_the_user_are_found_even_before_there_is_a_team()
    {
        using Rows rows = new();
        Guid me = Guid.NewGuid();
        rows.Context = new() { UserId = me, Clock = new FixedClock(Rows.Now) };
        rows.Add("account", ("name", "Mine"), ("ownerid", new EntityReference("systemuser", me)));
        Assert.Equal("", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-userteams'/>"));

        Guid team = rows.Add("team", ("name", "T"));
        rows.Add("teammembership", ("teamid", team), ("systemuserid", me));
        rows.Add("account", ("name", "Ours"), ("ownerid", new EntityReference("team", team)));

        Assert.Equal("Ours", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-userteams'/>"));
        Assert.Equal("Mine,Ours", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-useroruserteams'/>"));
        Assert.Equal("Mine", rows.AccountsWhere("<condition attribute='ownerid' operator='eq-useroruserhierarchy'/>"));
    }

    [Fact]
    public void Rows_under_a_row_are_found_at_any_depth()
    {
        using Rows rows = new();
        Guid top = rows.Add("account", ("name", "1 top"));
        Guid middle = rows.Add(
            "account", ("name", "2 middle"), ("parentaccountid", new EntityReference("account", top)));
        Guid leaf = rows.Add(
            "account", ("name", "3 leaf"), ("parentaccountid", new EntityReference("account", middle)));

        Assert.Equal("2 middle,3 leaf", Where("under", top));
        Assert.Equal("1 top,2 middle,3 leaf", Where("eq-or-under", top));
        Assert.Equal("1 top,2 middle", Where("above", leaf));
        Assert.Equal("1 top", Where("not-under", top));

        string Where(string op, Guid id) =>
            rows.AccountsWhere($"<condition attribute='accountid' operator='{op}' value='{id}'/>");
    }

    [Fact]
    public void Query_by_attribute_takes_null_for_is_null()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("fax", "1"));
        Guid without = rows.Add("account", ("name", "A"));
        QueryByAttribute query = new("account");
        query.AddAttributeValue("name", "a");
        query.AddAttributeValue("fax", null);

        Assert.Equal(without, Assert.Single(rows.Select(query).Entities).Id);
    }

    [Fact]
    public void A_list_as_one_value_of_in_counts_as_its_members()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "A"), ("numberofemployees", 1));
        rows.Add("account", ("name", "B"), ("numberofemployees", 2));
        QueryExpression query = new("account");
        query.Criteria.AddCondition("numberofemployees", ConditionOperator.In, new[] { 1, 2 });

        Assert.Equal(2, rows.Select(query).Entities.Count);
    }

    [Fact]
    public void Values_are_parameters_never_text()
    {
        using Rows rows = new();
        rows.Add("account", ("name", "x' OR '1'='1"));
        rows.Add("account", ("name", "y"));

        Assert.Equal(
            "x' OR '1'='1", rows.AccountsWhere("<condition attribute='name' operator='eq' value=\"x' OR '1'='1\"/>"));
    }

    [Fact]
    public void The_users_hierarchy_brings_its_teams()
    {
        using Rows rows = new();
        Guid me = rows.Add("systemuser", ("fullname", "Me"));
        Guid report = rows.Add("systemuser", ("fullname", "Report"), Manager(me));
        Guid below = rows.Add("systemuser", ("fullname", "Below"), Manager(report));
        Guid team = rows.Add("team", ("name", "T"));
        rows.Add("teammembership", ("teamid", team), ("systemuserid", below));
        rows.Context = new() { UserId = me, Clock = new FixedClock(Rows.Now) };
        foreach (Guid owner in new[] { me, report, below, Guid.NewGuid() })
        {
            rows.Add("account", ("name", $"U{rows.Count("account")}"),
                ("ownerid", new EntityReference("systemuser", owner)));
        }

        rows.Add("account", ("name", "Team's"), ("ownerid", new EntityReference("team", team)));

        Assert.Equal("U0,U1,U2", Where("eq-useroruserhierarchy"));
        Assert.Equal("Team's,U0,U1,U2", Where("eq-useroruserhierarchyandteams"));
        Assert.Equal("U0", Where("eq-userid"));

        string Where(string op) => rows.AccountsWhere($"<condition attribute='ownerid' operator='{op}'/>");
        static (string, object) Manager(Guid id) => ("parentsystemuserid", new EntityReference("systemuser", id));
    }

    [Fact]
    public void A_business_unit_that_is_not_the_users_may_be_none()
    {
        using Rows rows = new();
        Guid unit = Guid.NewGuid();
        rows.Context = new() { BusinessUnitId = unit, Clock = new FixedClock(Rows.Now) };
        rows.Add("account", ("name", "A"), ("owningbusinessunit", new EntityReference("businessunit", unit)));
        rows.Add(
            "account", ("name", "B"), ("owningbusinessunit", new EntityReference("businessunit", Guid.NewGuid())));
        rows.Add("account", ("name", "C"));

        Assert.Equal("A", rows.AccountsWhere("<condition attribute='owningbusinessunit' operator='eq-businessid'/>"));
        Assert.Equal("B,C", rows.AccountsWhere("<condition attribute='owningbusinessunit' operator='ne-businessid'/>"));
    }

    [Theory]
    [InlineData("contain-values", "2", "Hiram,Monte")]
    [InlineData("contain-values", "1 4", "Barbara,Wayne")]
    [InlineData("not-contain-values", "2", "Barbara,Nobody,Wayne")]
    [InlineData("eq", "9 1", "Wayne")]
    [InlineData("eq", "1,9", "Wayne")]
    [InlineData("eq", "2", "Monte")]
    [InlineData("ne", "2", "Barbara,Hiram,Nobody,Wayne")]
    [InlineData("in", "2 1,9", "Monte,Wayne")]
    [InlineData("not-in", "2 1,9", "Barbara,Hiram,Nobody")]
    public void A_selection_of_choices_is_compared_whole_or_searched(string op, string values, string expected)
    {
        using Rows rows = new();
        Translation.AddHobbies(rows.Catalog);
        Person("Wayne", 1, 9);
        Person("Monte", 2);
        Person("Hiram", 2, 3, 8, 9);
        Person("Barbara", 7, 4, 1);
        rows.Add("test_person", ("test_name", "Nobody"));
        string given = string.Concat(values.Split(' ').Select(v => $"<value>{v}</value>"));

        EntityCollection found = rows.Fetch("<fetch><entity name='test_person'><attribute name='test_name'/>"
            + $"<order attribute='test_name'/><filter><condition attribute='test_hobbies' operator='{op}'>{given}"
            + "</condition></filter></entity></fetch>");

        Assert.Equal(expected, string.Join(",", found.Entities.Select(e => e["test_name"])));

        void Person(string name, params int[] hobbies) => rows.Add("test_person", ("test_name", name),
            ("test_hobbies", new OptionSetValueCollection(hobbies.Select(h => new OptionSetValue(h)).ToList())));
    }

    [Fact]
    public void A_hierarchy_that_runs_in_a_circle_ends()
    {
        using Rows rows = new();
        Guid one = rows.Add("account", ("name", "1"));
        Guid two = rows.Add("account", ("name", "2"), ("parentaccountid", new EntityReference("account", one)));
        rows.Session.Update(rows.Catalog.Get("account"), one,
            new AttributeCollection { ["parentaccountid"] = new EntityReference("account", two) });

        Assert.Equal("2", rows.AccountsWhere($"<condition attribute='accountid' operator='under' value='{one}'/>"));
    }
}
