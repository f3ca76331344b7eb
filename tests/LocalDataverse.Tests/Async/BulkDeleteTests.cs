using System;
using System.Linq;
using Dataverse.Local.Async;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Async;

public sealed class BulkDeleteTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void Rows_of_several_queries_are_deleted_when_the_job_runs()
    {
        _environment.CreateAccount("old");
        _environment.CreateAccount("old");
        _environment.CreateAccount("new");
        _environment.Service.Create(new Entity("contact") { ["lastname"] = "Meyer" });

        Guid id = Submit(Named("old"), new QueryExpression("contact"));

        Entity job = _environment.Jobs().Single();
        Assert.Equal(id, job.Id);
        Assert.Equal(13, job.GetAttributeValue<OptionSetValue>("operationtype").Value);
        Assert.Equal("clean up", job["name"]);
        Assert.Equal(3, _environment.Count("account"));
        Assert.Equal(1, _environment.Dataverse.RunAsyncJobs());
        Assert.Equal(1, _environment.Count("account"));
        Assert.Equal(0, _environment.Count("contact"));
        Entity operation = Operation();
        Assert.Equal(3, operation["successcount"]);
        Assert.Equal(0, operation["failurecount"]);
        Assert.Equal(false, operation["isrecurring"]);
        Assert.Equal(30, TestEnvironment.StatusOf(operation));
        Assert.Equal(30, TestEnvironment.StatusOf(_environment.Jobs().Single()));
    }

    [Fact]
    public void More_rows_than_a_page_are_deleted_and_none_twice()
    {
        _environment.CreateAccount("kept");
        CreateMultiple(5003);
        QueryExpression query = Named("old");
        LinkEntity contacts = query.AddLink("contact", "accountid", "parentcustomerid", JoinOperator.LeftOuter);
        Assert.NotNull(contacts);

        Submit(query);
        _environment.Dataverse.RunAsyncJobs();

        Assert.Equal(1, _environment.Count("account"));
        Assert.Equal(5003, Operation()["successcount"]);
    }

    [Fact]
    public void Each_row_is_deleted_with_its_steps_and_a_refusal_is_a_failure_row()
    {
        Guid kept = _environment.CreateAccount("kept");
        _environment.CreateAccount("old");
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.RefuseNamed",
            Configuration = "kept",
            Message = "Delete",
            Table = "account",
            Stage = Stage.PreOperation,
            Images = [new StepImage { Alias = "row", Type = ImageType.PreImage, Columns = ["name"] }],
        });

        Guid job = Submit(new QueryExpression("account"));
        _environment.Dataverse.RunAsyncJobs();

        Entity operation = Operation();
        Assert.Equal(1, operation["successcount"]);
        Assert.Equal(1, operation["failurecount"]);
        Entity failure = _environment.Service
            .RetrieveMultiple(new QueryExpression("bulkdeletefailure") { ColumnSet = new ColumnSet(true) })
            .Entities.Single();
        Assert.Equal(new EntityReference("account", kept), failure["regardingobjectid"]);
        Assert.Equal("kept stays", failure["errordescription"]);
        Assert.Equal(ErrorCodes.IsvAborted, failure["errornumber"]);
        Assert.Equal(operation.Id, failure.GetAttributeValue<EntityReference>("bulkdeleteoperationid").Id);
        Assert.Equal(job, failure.GetAttributeValue<EntityReference>("asyncoperationid").Id);
    }

    [Fact]
    public void The_steps_run_in_the_name_of_the_jobs_owner()
    {
        Guid user = _environment.Dataverse.AddUser("Meyer", "System Administrator");
        _environment.CreateAccount("old");
        _environment.On("Delete", "account", Stage.PostOperation, "NoteWhoAndWhen");
        Guid job = Submit(Named("old"));
        Own(job, user);

        _environment.Dataverse.RunAsyncJobs();

        Entity task = _environment.Service
            .RetrieveMultiple(new QueryExpression("task") { ColumnSet = new ColumnSet(true) }).Entities.Single();
        Assert.Equal(user.ToString(), task["description"]);
    }

    [Fact]
    public void The_recipients_get_an_email_row()
    {
        BulkDeleteRequest request = Request(Named("old"));
        request.SendEmailNotification = true;
        request.ToRecipients = [_environment.Dataverse.AdministratorId];
        _environment.Service.Execute(request);
        _environment.Dataverse.RunAsyncJobs();

        Assert.Equal(1, _environment.Count("email"));
        Assert.Equal(1, _environment.Count("activityparty"));
    }

    [Fact]
    public void A_table_or_parameter_that_is_not_there_is_refused_at_once()
    {
        BulkDeleteRequest sandbox = Request(Named("old"));
        sandbox.RunNow = true;

        TestEnvironment.FaultOf(() => Submit(new QueryExpression("nothing")));
        TestEnvironment.FaultOf(() => Submit());
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _environment.Service.Execute(sandbox));

        Assert.Contains("'RunNow'", fault.Message, StringComparison.Ordinal);
        Assert.Empty(_environment.Jobs());
        Assert.Equal(0, _environment.Count("bulkdeleteoperation"));
    }

    private Guid Submit(params QueryExpression[] queries) =>
        ((BulkDeleteResponse)_environment.Service.Execute(Request(queries))).JobId;

    private static BulkDeleteRequest Request(params QueryExpression[] queries) => new()
    {
        JobName = "clean up",
        QuerySet = queries,
        RecurrencePattern = "",
        SendEmailNotification = false,
        ToRecipients = [],
        CCRecipients = [],
    };

    private static QueryExpression Named(string name)
    {
        QueryExpression query = new("account") { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition("name", ConditionOperator.Equal, name);
        return query;
    }

    private Entity Operation() => _environment.Service
        .RetrieveMultiple(new QueryExpression("bulkdeleteoperation") { ColumnSet = new ColumnSet(true) })
        .Entities.Single();

    private void CreateMultiple(int rows)
    {
        EntityCollection targets = new() { EntityName = "account" };
        for (int i = 0; i < rows; i++)
        {
            targets.Entities.Add(new Entity("account") { ["name"] = "old" });
        }

        _environment.Service.Execute(new Microsoft.Xrm.Sdk.Messages.CreateMultipleRequest { Targets = targets });
    }

    private void Own(Guid job, Guid user) => JobStore.Write(_environment.Dataverse.Engine, session => session.Update(
        _environment.Dataverse.Tables.Get("asyncoperation"),
        job,
        new AttributeCollection { ["ownerid"] = new EntityReference("systemuser", user) }));
}
