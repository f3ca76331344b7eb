using System;
using System.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Workflows;

public sealed class ExecuteWorkflowTests : IDisposable
{
    private const int Background = 0;
    private const int RealTime = 1;
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_real_time_workflow_runs_its_activity_within_the_request()
    {
        Guid workflow = Activated(RealTime, WorkflowText.GreetColumn("primaryEntity", "name"));

        Guid job = Run(workflow, _environment.CreateAccount("Contoso"));

        Assert.Equal(Guid.Empty, job);
        Assert.Equal(["Hello Contoso"], Tasks());
        Assert.Empty(_environment.Jobs());
    }

    [Fact]
    public void A_refusal_in_a_real_time_workflow_takes_everything_back()
    {
        Guid workflow = Activated(RealTime, WorkflowText.GreetConstant("nobody"));
        Guid account = _environment.CreateAccount();

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Run(workflow, account));

        Assert.Equal("Nobody is not greeted.", fault.Message);
        Assert.Empty(Tasks());
    }

    [Fact]
    public void Columns_of_a_related_row_and_constants_with_commas_are_inputs()
    {
        Guid parent = _environment.CreateAccount("Fabrikam");
        Guid child = _environment.Service.Create(new Entity("account")
        {
            ["name"] = "Contoso",
            ["parentaccountid"] = new EntityReference("account", parent),
        });

        Run(Activated(RealTime, WorkflowText.GreetColumn("related_parentaccountid#account", "name")), child);
        Run(Activated(RealTime, WorkflowText.GreetConstant("Ada&amp;#44; Eva")), child);

        Assert.Equal(["Hello Fabrikam", "Hello Ada, Eva"], Tasks());
    }

    [Fact]
    public void A_background_workflow_is_a_system_job()
    {
        Guid workflow = Activated(Background, WorkflowText.GreetConstant("Ada"));
        Guid account = _environment.CreateAccount();

        Guid id = Run(workflow, account);

        Entity job = _environment.Jobs().Single();
        Assert.Equal(id, job.Id);
        Assert.Equal(10, job.GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Equal(workflow, job.GetAttributeValue<EntityReference>("workflowactivationid").Id);
        Assert.Equal(account, job.GetAttributeValue<EntityReference>("regardingobjectid").Id);
        Assert.Empty(Tasks());
        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(["Hello Ada"], Tasks());
        Assert.Equal(30, TestEnvironment.StatusOf(_environment.Jobs().Single()));
    }

    [Fact]
    public void A_refusal_of_an_activity_fails_the_job_and_keeps_what_was_written()
    {
        Run(Activated(Background, WorkflowText.GreetConstant("nobody")), _environment.CreateAccount());

        _environment.Dataverse.RunAsyncJobs();

        Assert.Equal(31, TestEnvironment.StatusOf(_environment.Jobs().Single()));
        Assert.Equal(["Hello nobody"], Tasks());
    }

    [Fact]
    public void Another_fault_suspends_the_job_until_the_cause_is_mended()
    {
        Guid workflow = Activated(Background, WorkflowText.GreetConstant("Ada"));
        Guid job = Run(workflow, _environment.CreateAccount());
        SetState(workflow, 0);
        _environment.Dataverse.RunAsyncJobs();
        Assert.Equal(10, TestEnvironment.StatusOf(_environment.Jobs().Single()));

        SetState(workflow, 1);
        _environment.Service.Update(new Entity("asyncoperation", job) { ["statecode"] = new OptionSetValue(0) });
        _environment.Dataverse.RunAsyncJobs();

        Assert.Equal(30, TestEnvironment.StatusOf(_environment.Jobs().Single()));
        Assert.Equal(["Hello Ada"], Tasks());
    }

    [Fact]
    public void A_draft_and_one_that_is_not_on_demand_are_refused()
    {
        Guid draft = Create(RealTime, WorkflowText.GreetConstant("Ada"), onDemand: true);
        Guid other = Create(RealTime, WorkflowText.GreetConstant("Ada"), onDemand: false);
        SetState(other, 1);
        Guid account = _environment.CreateAccount();

        Assert.Equal(
            "Workflow must be in Published state", TestEnvironment.FaultOf(() => Run(draft, account)).Message);
        Assert.Equal(
            unchecked((int)0x80045059), TestEnvironment.FaultOf(() => Run(other, account)).ErrorCode);
    }

    [Fact]
    public void A_step_that_cannot_be_run_is_refused_by_name_when_it_is_activated()
    {
        Guid workflow = Create(RealTime, WorkflowText.Create(), onDemand: true);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => SetState(workflow, 1));

        Assert.Contains("'Create a task'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_activated_definition_is_not_changed()
    {
        Guid workflow = Activated(RealTime, WorkflowText.GreetConstant("Ada"));

        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.Service.Update(new Entity("workflow", workflow) { ["name"] = "other" }));

        Assert.Equal(unchecked((int)0x80045002), fault.ErrorCode);
    }

    private Guid Activated(int mode, string xaml)
    {
        Guid id = Create(mode, xaml, onDemand: true);
        SetState(id, 1);
        return id;
    }

    private Guid Create(int mode, string xaml, bool onDemand) => _environment.Service.Create(new Entity("workflow")
    {
        ["name"] = "greet",
        ["primaryentity"] = "account",
        ["mode"] = new OptionSetValue(mode),
        ["ondemand"] = onDemand,
        ["xaml"] = xaml,
    });

    private void SetState(Guid workflow, int state) => _environment.Service.Execute(new SetStateRequest
    {
        EntityMoniker = new EntityReference("workflow", workflow),
        State = new OptionSetValue(state),
        Status = new OptionSetValue(state + 1),
    });

    private Guid Run(Guid workflow, Guid row) => ((ExecuteWorkflowResponse)_environment.Service.Execute(
        new ExecuteWorkflowRequest { WorkflowId = workflow, EntityId = row })).Id;

    private string[] Tasks() => _environment.Service
        .RetrieveMultiple(new QueryExpression("task") { ColumnSet = new ColumnSet("subject") })
        .Entities.Select(task => (string)task["subject"]).ToArray();
}
