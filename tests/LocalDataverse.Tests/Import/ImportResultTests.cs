using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

public sealed class ImportResultTests : IDisposable
{
    private static readonly Guid Id = new("33333333-0000-4000-8000-000000000001");
    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void What_has_no_effect_is_kept_and_says_why()
    {
        ImportResult result = _local.Import(new SolutionBuilder()
            .With("OrganizationSettings", "<Setting name=\"x\" />")
            .With("Workflows", $$"""
                <Workflow WorkflowId="{{{Id}}}" Name="Later">
                  <XamlFileName>/Workflows/Later.xaml</XamlFileName><Category>0</Category>
                </Workflow>
                """)
            .Part("Workflows/Later.xaml", "<Activity />")
            .Root(29, Id)
            .Part("strange/thing.xml", "<x />")
            .Pack());

        ImportedComponent workflow = Assert.Single(result.Kept, kept => kept.Kind == "workflow");
        Assert.Equal("Later", workflow.Name);
        Assert.Contains("not run", workflow.Why, StringComparison.Ordinal);
        Assert.Single(result.Kept, kept => kept.Kind == "OrganizationSettings");
        Assert.Single(result.Kept, kept => kept.Kind == "file" && kept.Name == "strange/thing.xml");
        Assert.Contains(_local.SolutionParts, part => part.Kind == "OrganizationSettings");
        Assert.Equal("<Activity />", _local.Connect().Retrieve("workflow", Id, new ColumnSet("xaml"))["xaml"]);
    }

    [Fact]
    public void A_role_is_stored_with_the_depth_of_its_privileges()
    {
        ImportResult result = _local.Import(new SolutionBuilder()
            .Table("acme_thing", Snippets.Table("acme_Thing"))
            .With("Roles", $$"""
                <Role id="{{{Id}}}" name="Reader"><RolePrivileges>
                  <RolePrivilege name="prvReadacme_Thing" level="Global" />
                  <RolePrivilege name="prvReadAccount" level="Local" />
                </RolePrivileges></Role>
                """)
            .Root(20, Id)
            .Pack());

        Assert.Equal("Reader", _local.Connect().Retrieve("role", Id, new ColumnSet("name"))["name"]);
        QueryExpression query = new("roleprivileges") { ColumnSet = new ColumnSet("privilegedepthmask") };
        query.Criteria.AddCondition("roleid", ConditionOperator.Equal, Id);
        Assert.Equal([2, 8], _local.Connect().RetrieveMultiple(query).Entities
            .Select(row => row.GetAttributeValue<int>("privilegedepthmask")).Order());
        Assert.Contains("Reader", result.Applied("role"));
    }

    [Fact]
    public void A_part_without_content_type_is_reported_as_not_seen()
    {
        ImportResult result = _local.Import(new SolutionBuilder()
            .Part("WebResources/orphan", "x").WithoutContentType("WebResources/orphan").Pack());

        ImportedComponent kept = Assert.Single(result.Kept);
        Assert.Equal("WebResources/orphan", kept.Name);
        Assert.Contains("[Content_Types].xml", kept.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_and_views_become_rows_that_a_client_can_ask_for()
    {
        Guid form = Guid.NewGuid();
        Guid view = Guid.NewGuid();
        string rest = $$"""
            <FormXml><forms type="main"><systemform>
              <formid>{{{form}}}</formid><FormActivationState>1</FormActivationState>
              <form><tabs /></form>
              <LocalizedNames><LocalizedName description="Points" languagecode="1033" /></LocalizedNames>
            </systemform></forms></FormXml>
            <SavedQueries><savedqueries><savedquery>
              <isdefault>0</isdefault><savedqueryid>{{{view}}}</savedqueryid>
              <layoutxml><grid><row id="accountid"><cell name="name" /></row></grid></layoutxml>
              <querytype>0</querytype>
              <fetchxml><fetch><entity name="account"><attribute name="name" /></entity></fetch></fetchxml>
              <LocalizedNames><LocalizedName description="All" languagecode="1033" /></LocalizedNames>
            </savedquery></savedqueries></SavedQueries>
            """;
        _local.Import(new SolutionBuilder()
            .Table("account", Snippets.Extension("Account", Snippets.Column("acme_Points", "int"), rest), behavior: 2)
            .Pack());

        Entity formRow = _local.Connect().Retrieve("systemform", form, new ColumnSet(true));
        Assert.Equal("account", formRow["objecttypecode"]);
        Assert.Equal(2, formRow.GetAttributeValue<OptionSetValue>("type").Value);
        Assert.Equal("<form><tabs /></form>", formRow["formxml"]);
        Entity viewRow = _local.Connect().Retrieve("savedquery", view, new ColumnSet(true));
        Assert.StartsWith("<fetch>", (string)viewRow["fetchxml"], StringComparison.Ordinal);
        Assert.Equal("account", viewRow["returnedtypecode"]);
    }

    [Fact]
    public void A_web_resource_keeps_its_content()
    {
        _local.Import(new SolutionBuilder()
            .With("WebResources", Snippets.WebResource(Id, "acme_/x.js", "WebResources/acme_x"))
            .Part("WebResources/acme_x", "var answer = 42;")
            .Root(61, "acme_/x.js")
            .Pack());

        Assert.Equal("var answer = 42;"u8.ToArray(),
            _local.SolutionParts.Single(part => part.Kind == "WebResource").Content);
        Assert.Equal(Convert.ToBase64String("var answer = 42;"u8),
            _local.Connect().Retrieve("webresource", Id, new ColumnSet("content"))["content"]);
    }

    [Fact]
    public void An_environment_variable_brings_its_default_and_a_shipped_value()
    {
        _local.Import(new SolutionBuilder()
            .Part("environmentvariabledefinitions/acme_Limit/environmentvariabledefinition.xml",
                """
                <environmentvariabledefinition schemaname="acme_Limit">
                  <defaultvalue>10</defaultvalue><isrequired>0</isrequired><type>100000001</type>
                </environmentvariabledefinition>
                """)
            .Part("environmentvariabledefinitions/acme_Limit/environmentvariablevalues.json",
                "{\"environmentvariablevalues\":{\"environmentvariablevalue\":{\"@environmentvariablevalueid\":\""
                    + Id + "\",\"value\":\"20\"}}}")
            .Pack());
        IOrganizationService service = _local.Connect();

        Entity definition = service.RetrieveMultiple(
            new QueryExpression("environmentvariabledefinition") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Assert.Equal("acme_Limit", definition["schemaname"]);
        Assert.Equal("10", definition["defaultvalue"]);
        Entity value = service.Retrieve("environmentvariablevalue", Id, new ColumnSet(true));
        Assert.Equal("20", value["value"]);
        Assert.Equal(definition.Id, value.GetAttributeValue<EntityReference>("environmentvariabledefinitionid").Id);
    }

    [Fact]
    public void Solution_and_publisher_are_rows()
    {
        _local.Import(new SolutionBuilder { Version = "1.2.3.4" }
            .Table("acme_thing", Snippets.Table("acme_Thing"))
            .Pack());

        QueryExpression query = new("solution") { ColumnSet = new ColumnSet(true) };
        LinkEntity link = query.AddLink("publisher", "publisherid", "publisherid");
        link.Columns = new ColumnSet("customizationprefix");
        link.EntityAlias = "p";
        Entity solution = _local.Connect().RetrieveMultiple(query).Entities.Single();
        Assert.Equal("AcmeSample", solution["uniquename"]);
        Assert.Equal("1.2.3.4", solution["version"]);
        Assert.Equal(true, solution["ismanaged"]);
        Assert.Equal("acme", ((AliasedValue)solution["p.customizationprefix"]).Value);
        Entity component = _local.Connect().RetrieveMultiple(
            new QueryExpression("solutioncomponent") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Assert.Equal(1, component["componenttype"]);
    }
}
