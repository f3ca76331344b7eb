using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

/// <summary>Solutions come, are upgraded and promoted by system jobs.</summary>
public sealed class SolutionJobTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void An_import_waits_for_its_job_and_leaves_an_import_job()
    {
        OrganizationResponse queued = Send("ImportSolutionAsync", "1.0.0.0", "acme_Thing");

        Entity waiting = _environment.Jobs().Single();
        Assert.Equal((Guid)queued["AsyncOperationId"], waiting.Id);
        Assert.Equal(203, waiting.GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Null(_environment.Dataverse.Tables.Find("acme_thing"));

        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());

        Assert.NotNull(_environment.Dataverse.Tables.Find("acme_thing"));
        Assert.Equal(30, TestEnvironment.StatusOf(_environment.Jobs().Single()));
        Guid importJob = Guid.Parse((string)queued["ImportJobKey"]);
        Assert.Equal(
            100d, _environment.Service.Retrieve("importjob", importJob, new ColumnSet("progress"))["progress"]);
    }

    [Fact]
    public void A_refused_import_fails_its_job_with_the_reason()
    {
        OrganizationRequest request = new("ImportSolutionAsync") { ["CustomizationFile"] = new byte[] { 1, 2, 3 } };

        _environment.Service.Execute(request);
        _environment.Dataverse.RunAsyncJobs();

        Entity job = _environment.Jobs().Single();
        Assert.Equal(31, TestEnvironment.StatusOf(job));
        Assert.Equal(unchecked((int)0x80048060), job["errorcode"]);
        Assert.NotEmpty(job.GetAttributeValue<string>("friendlymessage"));
    }

    [Fact]
    public void A_staged_version_is_promoted_by_a_job()
    {
        Send("ImportSolutionAsync", "1.0.0.0", "acme_Old");
        _environment.Dataverse.RunAsyncJobs();
        Send("ImportSolutionAsync", "2.0.0.0", "acme_New", holding: true);
        _environment.Dataverse.RunAsyncJobs();
        Assert.NotNull(_environment.Dataverse.Tables.Find("acme_old"));

        OrganizationResponse queued = _environment.Service.Execute(
            new OrganizationRequest("DeleteAndPromoteAsync") { ["UniqueName"] = "AcmeSample" });
        _environment.Dataverse.RunAsyncJobs();

        Assert.Null(_environment.Dataverse.Tables.Find("acme_old"));
        Entity job = _environment.Jobs().Single(row => row.Id == (Guid)queued["AsyncOperationId"]);
        Assert.Equal(207, job.GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Equal("DeleteAndPromote Async Operation", job.FormattedValues["operationtype"]);
        Assert.Equal(30, TestEnvironment.StatusOf(job));
    }

    [Fact]
    public void An_upgrade_in_one_go_runs_as_a_job()
    {
        Send("StageAndUpgradeAsync", "1.0.0.0", "acme_Old");
        Send("StageAndUpgradeAsync", "2.0.0.0", "acme_New");

        Assert.Equal(2, _environment.Dataverse.RunAsyncJobs());

        Assert.Null(_environment.Dataverse.Tables.Find("acme_old"));
        Assert.NotNull(_environment.Dataverse.Tables.Find("acme_new"));
    }

    private OrganizationResponse Send(string message, string version, string table, bool holding = false) =>
        _environment.Service.Execute(new OrganizationRequest(message)
        {
            ["CustomizationFile"] = new SolutionBuilder { Version = version }
                .Table(table.ToLowerInvariant(), Snippets.Table(table)).Pack().ToArray(),
            ["OverwriteUnmanagedCustomizations"] = false,
            ["PublishWorkflows"] = true,
            ["HoldingSolution"] = holding,
        });
}
