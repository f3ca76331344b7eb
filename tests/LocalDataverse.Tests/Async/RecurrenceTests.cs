using System;
using System.IO;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Async;

/// <summary>Recurring bulk deletions, above all as a heartbeat: a deleted row comes back and calls an API.</summary>
public sealed class RecurrenceTests : IDisposable
{
    private static readonly Guid StepId = new("0f1e6f0a-30cb-4c1f-a5a5-8a9f4f5b6d77");
    private readonly string _directory = Directory.CreateTempSubdirectory("local-dataverse").FullName;
    private readonly TestEnvironment _environment = new();

    public void Dispose()
    {
        _environment.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void A_heartbeat_beats_every_day_at_the_time_of_its_start()
    {
        Wire(_environment);
        _environment.CreateAccount("heart");
        DateTime start = _environment.Clock.GetUtcNow().UtcDateTime.AddHours(2);
        Submit(_environment, "FREQ=DAILY;INTERVAL=1", start);

        int runs = _environment.Dataverse.RunAsyncJobsUntil(start.AddDays(2).AddHours(1), _environment.Clock.Set);

        Assert.Equal(6, runs);
        Assert.Equal(
            ["2026-03-14 11:26 depth 2", "2026-03-15 11:26 depth 2", "2026-03-16 11:26 depth 2"], Beats(_environment));
        Assert.Equal(1, _environment.Count("account"));
        Entity operation = Operation(_environment);
        Assert.Equal(3, operation["successcount"]);
        Assert.Equal(start.AddDays(3), operation["nextrun"]);
        Assert.Equal(true, operation["isrecurring"]);
        Assert.Equal(10, TestEnvironment.StatusOf(operation));
        Assert.Equal(start.AddDays(3), _environment.Dataverse.NextJobDue);
    }

    [Fact]
    public void Days_that_were_missed_are_not_made_up_for()
    {
        Wire(_environment);
        _environment.CreateAccount("heart");
        DateTime start = _environment.Clock.GetUtcNow().UtcDateTime.AddHours(2);
        Submit(_environment, "FREQ=DAILY;INTERVAL=3;", start);

        _environment.Clock.Set(start.AddDays(7));
        _environment.Dataverse.RunAsyncJobs();

        Assert.Single(Beats(_environment));
        Assert.Equal(start.AddDays(9), _environment.Dataverse.NextJobDue);
    }

    [Fact]
    public void A_heartbeat_goes_on_after_its_file_was_closed()
    {
        string path = Path.Combine(_directory, "heart.db");
        DateTime start;
        using (TestEnvironment first = new(path))
        {
            Wire(first);
            first.CreateAccount("heart");
            start = first.Clock.GetUtcNow().UtcDateTime.AddHours(2);
            Submit(first, "FREQ=DAILY", start);
            first.Dataverse.RunAsyncJobsUntil(start.AddHours(1), first.Clock.Set);
        }

        using TestEnvironment second = new(path);
        Wire(second);
        second.Dataverse.RunAsyncJobsUntil(start.AddDays(1), second.Clock.Set);

        Assert.Equal(["2026-03-14 11:26 depth 2", "2026-03-15 11:26 depth 2"], Beats(second));
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("delete the job")]
    [InlineData("delete the operation")]
    public void A_recurring_job_that_is_cancelled_or_deleted_runs_no_more(string how)
    {
        Wire(_environment);
        _environment.CreateAccount("heart");
        DateTime start = _environment.Clock.GetUtcNow().UtcDateTime.AddHours(2);
        Guid job = Submit(_environment, "FREQ=DAILY;INTERVAL=1", start);
        _environment.Dataverse.RunAsyncJobsUntil(start, _environment.Clock.Set);
        switch (how)
        {
            case "cancel":
                _environment.Service.Update(new Entity("asyncoperation", job)
                {
                    ["statecode"] = new OptionSetValue(3),
                    ["statuscode"] = new OptionSetValue(32),
                });
                Assert.Equal(32, TestEnvironment.StatusOf(Operation(_environment)));
                break;
            case "delete the job":
                _environment.Service.Delete("asyncoperation", job);
                Assert.Equal(0, _environment.Count("bulkdeleteoperation"));
                break;
            default:
                _environment.Service.Delete("bulkdeleteoperation", Operation(_environment).Id);
                break;
        }

        _environment.Dataverse.RunAsyncJobsUntil(start.AddDays(3), _environment.Clock.Set);

        Assert.Single(Beats(_environment));
        Assert.Null(_environment.Dataverse.NextJobDue);
    }

    [Theory]
    [InlineData("FREQ=HOURLY", 0x8004D2A0)]
    [InlineData("FREQ=WEEKLY;INTERVAL=1", 0x8004D2A0)]
    [InlineData("FREQ=DAILY;INTERVAL=0", 0x8004D2A1)]
    [InlineData("FREQ=DAILY;INTERVAL=366", 0x8004D2A1)]
    [InlineData("FREQ=DAILY;INTERVAL=one", 0x8004D2A1)]
    [InlineData("every day", 0x80040246)]
    [InlineData("FREQ=DAILY;COUNT=3", 0x80040246)]
    [InlineData("INTERVAL=1", 0x80040246)]
    public void Daily_is_the_shortest_recurrence_and_the_only_one(string pattern, uint code)
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Submit(_environment, pattern, default));

        Assert.Equal(unchecked((int)code), fault.ErrorCode);
        Assert.Empty(_environment.Jobs());
    }

    private static void Wire(TestEnvironment environment)
    {
        environment.Dataverse.RegisterCustomApi(new CustomApi
        {
            UniqueName = "test_Beat",
            PluginType = "TestPlugins.NoteWhoAndWhen",
        });
        environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.Recreate",
            Message = "Delete",
            Table = "account",
            Stage = Stage.PostOperation,
            Images = [new StepImage { Alias = "row", Type = ImageType.PreImage, Columns = ["name"] }],
        });
        environment.Later("Delete", "account", "CallApi", "test_Beat", StepId);
    }

    private static Guid Submit(TestEnvironment environment, string pattern, DateTime start)
    {
        QueryExpression hearts = new("account");
        hearts.Criteria.AddCondition("createdon", ConditionOperator.OlderThanXMinutes, 30);
        BulkDeleteRequest request = new()
        {
            JobName = "heartbeat",
            QuerySet = [hearts],
            RecurrencePattern = pattern,
            StartDateTime = start,
            ToRecipients = [],
            CCRecipients = [],
        };
        return ((BulkDeleteResponse)environment.Service.Execute(request)).JobId;
    }

    private static string[] Beats(TestEnvironment environment) => environment.Service
        .RetrieveMultiple(new QueryExpression("task") { ColumnSet = new ColumnSet("subject") })
        .Entities.Select(task => (string)task["subject"]).ToArray();

    private static Entity Operation(TestEnvironment environment) => environment.Service
        .RetrieveMultiple(new QueryExpression("bulkdeleteoperation") { ColumnSet = new ColumnSet(true) })
        .Entities.Single();
}
