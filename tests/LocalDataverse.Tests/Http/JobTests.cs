using System;
using System.Linq;
using System.Text.Json.Nodes;
using Dataverse.Local.Http;
using Dataverse.Local.Tests.Workflows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Http;

/// <summary>System jobs of a served environment, and the actions that make them.</summary>
public sealed class JobTests : IDisposable
{
    private readonly TickingClock _clock = new();
    private readonly LocalDataverse _dataverse;
    private readonly IOrganizationService _service;

    public JobTests()
    {
        _dataverse = LocalDataverse.Open(new LocalDataverseOptions { Clock = _clock });
        _service = _dataverse.Connect();
    }

    public void Dispose() => _dataverse.Dispose();

    [Fact]
    public void A_delayed_job_runs_when_it_is_due_and_a_daily_one_every_day()
    {
        Accounts("old", 2);
        DeleteOld("FREQ=DAILY;", TimeSpan.FromHours(1));
        using LocalServer server = LocalServer.Start(_dataverse);

        _clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(2, Count());
        _clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(0, Count());

        Accounts("old", 1);
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(1, Count());
        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(0, Count());
    }

    [Fact]
    public void Jobs_that_waited_run_when_the_server_starts()
    {
        Accounts("old", 1);
        DeleteOld("", TimeSpan.Zero);
        using LocalServer server = LocalServer.Start(_dataverse);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, Count());
    }

    [Fact]
    public void A_server_that_is_closed_leaves_no_timer_and_runs_nothing()
    {
        Accounts("old", 1);
        DeleteOld("", TimeSpan.FromHours(1));
        LocalServer server = LocalServer.Start(_dataverse);
        Assert.Equal(1, _clock.Timers);

        server.Dispose();
        _clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(0, _clock.Timers);
        Assert.Equal(1, Count());
        Assert.Equal(1, _dataverse.WaitingJobs);
    }

    [Fact]
    public void Without_jobs_there_is_no_timer()
    {
        using LocalServer server = LocalServer.Start(_dataverse, new LocalServerOptions { RunsAsyncJobs = false });

        Assert.Equal(0, _clock.Timers);
    }

    [Fact]
    public void BulkDelete_takes_queries_as_the_Web_API_writes_them()
    {
        using ServedEnvironment served = new();
        served.Environment.CreateAccount("old");
        served.Environment.CreateAccount("new");

        ServedEnvironment.Answer answer = served.Send("POST", "BulkDelete", """
            {
              "QuerySet": [{
                "EntityName": "account",
                "Criteria": { "FilterOperator": "And", "Conditions": [{
                  "AttributeName": "name", "Operator": "Equal",
                  "Values": [{ "Value": "old", "Type": "System.String" }]
                }], "Filters": [] }
              }],
              "JobName": "clean up", "SendEmailNotification": false, "RecurrencePattern": "",
              "StartDateTime": "2026-03-14T00:00:00Z", "ToRecipients": [], "CCRecipients": []
            }
            """);

        Assert.True(answer.Status == 200, answer.Text);
        Guid job = (Guid)answer.Json["JobId"]!;
        Assert.Equal(job, served.Environment.Jobs().Single().Id);
        served.Environment.Dataverse.RunAsyncJobs();
        Assert.Equal(["new"], served.Names("accounts?$select=name"));
    }

    [Theory]
    [InlineData("""{"QuerySet":[{"EntityName":"account","LinkEntities":[{}]}],"JobName":"x"}""", 501)]
    [InlineData("""{"QuerySet":[{"EntityName":"account","Criteria":{"Conditions":[1]}}],"JobName":"x"}""", 400)]
    [InlineData("""{"QuerySet":{},"JobName":"x"}""", 400)]
    [InlineData("""{"JobName":"x"}""", 400)]
    public void A_bulk_deletion_that_cannot_be_read_deletes_nothing(string body, int status)
    {
        using ServedEnvironment served = new();

        Assert.Equal(status, served.Send("POST", "BulkDelete", body).Status);
        Assert.Empty(served.Environment.Jobs());
    }

    [Fact]
    public void ExecuteWorkflow_is_bound_to_the_workflow_and_answers_with_its_job()
    {
        using ServedEnvironment served = new(new LocalServerOptions { RunsAsyncJobs = false });
        Guid workflow = served.Service.Create(new Entity("workflow")
        {
            ["name"] = "greet", ["primaryentity"] = "account", ["mode"] = new OptionSetValue(0), ["ondemand"] = true,
            ["xaml"] = WorkflowText.GreetConstant("Ada"),
        });
        served.Service.Update(new Entity("workflow", workflow)
        {
            ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2),
        });
        Guid account = served.Environment.CreateAccount();

        ServedEnvironment.Answer answer = served.Send(
            "POST", $"workflows({workflow})/Microsoft.Dynamics.CRM.ExecuteWorkflow", new { EntityId = account });

        Assert.True(answer.Status == 200, answer.Text);
        JsonNode job = answer.Json;
        Assert.Equal(served.Environment.Jobs().Single().Id, (Guid)job["asyncoperationid"]!);
    }

    private void Accounts(string name, int count)
    {
        for (int i = 0; i < count; i++) _service.Create(new Entity("account") { ["name"] = name });
    }

    private int Count() => _service.RetrieveMultiple(new QueryExpression("account")).Entities.Count;

    private void DeleteOld(string pattern, TimeSpan wait)
    {
        QueryExpression query = new("account");
        query.Criteria.AddCondition("name", ConditionOperator.Equal, "old");
        _service.Execute(new OrganizationRequest("BulkDelete")
        {
            ["QuerySet"] = new[] { query }, ["JobName"] = "clean up", ["SendEmailNotification"] = false,
            ["RecurrencePattern"] = pattern, ["StartDateTime"] = (_clock.GetUtcNow() + wait).UtcDateTime,
            ["ToRecipients"] = Array.Empty<Guid>(), ["CCRecipients"] = Array.Empty<Guid>(),
        });
    }
}
