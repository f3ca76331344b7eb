using System;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

/// <summary>What a deployment tool sends, and what it reads back.</summary>
public sealed class ImportSolutionMessageTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();
    private readonly IOrganizationService _service;

    public ImportSolutionMessageTests() => _service = _local.Connect();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void The_import_job_says_how_it_went_for_solution_and_components()
    {
        Guid job = Guid.NewGuid();

        _service.Execute(Request("ImportSolution", "1.0.0.0", "acme_Thing", job));

        Entity row = _service.Retrieve("importjob", job, new ColumnSet(true));
        Assert.Equal(100d, row["progress"]);
        Assert.Equal("AcmeSample", row["solutionname"]);
        Assert.True(row.Contains("startedon"));
        Assert.True(row.Contains("completedon"));
        XElement data = XElement.Parse(row.GetAttributeValue<string>("data"));
        Assert.Equal("true", data.Attribute("succeeded")!.Value);
        Assert.Equal("success", data.Element("solutionManifests")!.Element("solutionManifest")!
            .Element("result")!.Attribute("result")!.Value);
        Assert.Contains(data.Descendants("component"), component => component.Attribute("name")!.Value == "acme_thing");
    }

    [Fact]
    public void A_refused_import_leaves_its_job_with_code_and_text_and_nothing_else()
    {
        Guid job = Guid.NewGuid();
        OrganizationRequest request = new("ImportSolution")
        {
            ["CustomizationFile"] = new byte[] { 1, 2, 3 }, ["ImportJobId"] = job,
        };

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _service.Execute(request));

        Entity row = _service.Retrieve("importjob", job, new ColumnSet(true));
        XElement result = XElement.Parse(row.GetAttributeValue<string>("data")).Descendants("result").Single();
        Assert.Equal(0d, row["progress"]);
        Assert.Equal("failure", result.Attribute("result")!.Value);
        Assert.Equal("0x80048060", result.Attribute("errorcode")!.Value, ignoreCase: true);
        Assert.Equal(fault.Message, result.Attribute("errortext")!.Value);
        Assert.Empty(_service.RetrieveMultiple(new QueryExpression("solution")).Entities);
        TestEnvironment.FaultOf(() => _service.Execute(request));
    }

    [Fact]
    public void A_staged_version_stands_beside_the_older_one_until_it_is_promoted()
    {
        _service.Execute(Request("ImportSolution", "1.0.0.0", "acme_Old"));
        _service.Create(new Entity("acme_old") { ["acme_name"] = "row" });
        OrganizationRequest staging = Request("ImportSolution", "2.0.0.0", "acme_New");
        staging["HoldingSolution"] = true;

        _service.Execute(staging);
        Assert.Equal(["AcmeSample 1.0.0.0", "AcmeSample_Upgrade 2.0.0.0"], Solutions());
        _service.Create(new Entity("acme_old") { ["acme_name"] = "row" });
        _service.Create(new Entity("acme_new") { ["acme_name"] = "row" });
        TestEnvironment.FaultOf(() => _service.Execute(Request("ImportSolution", "3.0.0.0", "acme_New")));

        OrganizationResponse promoted =
            _service.Execute(new OrganizationRequest("DeleteAndPromote") { ["UniqueName"] = "AcmeSample" });

        Assert.Equal(["AcmeSample 2.0.0.0"], Solutions());
        Assert.Null(_local.Tables.Find("acme_old"));
        Assert.Single(_service.RetrieveMultiple(new QueryExpression("acme_new")).Entities);
        Guid id = (Guid)promoted["SolutionId"];
        Assert.All(
            _service.RetrieveMultiple(new QueryExpression("solutioncomponent") { ColumnSet = new(true) }).Entities,
            row => Assert.Equal(id, row.GetAttributeValue<EntityReference>("solutionid").Id));
    }

    [Fact]
    public void A_staged_version_can_be_thrown_away()
    {
        _service.Execute(Request("ImportSolution", "1.0.0.0", "acme_Old"));
        OrganizationRequest staging = Request("ImportSolution", "2.0.0.0", "acme_New");
        staging["HoldingSolution"] = true;
        _service.Execute(staging);

        _service.Delete("solution", NameId.Of("solution", "AcmeSample_Upgrade"));

        Assert.Equal(["AcmeSample 1.0.0.0"], Solutions());
        Assert.NotNull(_local.Tables.Find("acme_old"));
        Assert.Null(_local.Tables.Find("acme_new"));
    }

    [Fact]
    public void Staging_without_a_base_is_refused_and_stage_and_upgrade_installs()
    {
        OrganizationRequest staging = Request("ImportSolution", "1.0.0.0", "acme_Thing");
        staging["HoldingSolution"] = true;

        Assert.Contains("not installed", TestEnvironment.FaultOf(() => _service.Execute(staging)).Message,
            StringComparison.Ordinal);
        _service.Execute(Request("StageAndUpgrade", "1.0.0.0", "acme_Thing"));
        _service.Execute(Request("StageAndUpgrade", "2.0.0.0", "acme_Other"));

        Assert.Null(_local.Tables.Find("acme_thing"));
        Assert.Equal(["AcmeSample 2.0.0.0"], Solutions());
    }

    [Fact]
    public void A_parameter_that_cannot_be_honoured_is_refused_by_name()
    {
        OrganizationRequest request = Request("ImportSolution", "1.0.0.0", "acme_Thing");
        request["ComponentParameters"] = new EntityCollection();

        Assert.Contains("ComponentParameters", TestEnvironment.FaultOf(() => _service.Execute(request)).Message,
            StringComparison.Ordinal);
        Assert.Contains("ExportSolution", TestEnvironment.FaultOf(
            () => _service.Execute(new OrganizationRequest("ExportSolution"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_checks_its_request_and_changes_nothing()
    {
        _service.Execute(new PublishAllXmlRequest());
        _service.Execute(new PublishXmlRequest { ParameterXml = "<importexportxml><entities /></importexportxml>" });

        TestEnvironment.FaultOf(() => _service.Execute(new PublishXmlRequest { ParameterXml = "<a>" }));
        TestEnvironment.FaultOf(() => _service.Execute(new PublishXmlRequest { ParameterXml = "<entities />" }));
    }

    private string[] Solutions() =>
        [.. _service.RetrieveMultiple(new QueryExpression("solution") { ColumnSet = new(true) }).Entities
            .Select(row => $"{row["uniquename"]} {row["version"]}").Order()];

    private static OrganizationRequest Request(string message, string version, string table, Guid job = default) =>
        new(message)
        {
            ["CustomizationFile"] = new SolutionBuilder { Version = version }
                .Table(table.ToLowerInvariant(), Snippets.Table(table)).Pack().ToArray(),
            ["OverwriteUnmanagedCustomizations"] = false,
            ["PublishWorkflows"] = true,
            ["ImportJobId"] = job,
        };
}
