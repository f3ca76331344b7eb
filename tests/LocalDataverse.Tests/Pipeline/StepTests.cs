using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Pipeline;

public sealed class StepTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void What_a_step_sets_before_the_operation_is_stored()
    {
        _environment.On("Create", "account", Stage.PreOperation, "SetColumn", "fax=42");

        Entity account = _environment.Account(_environment.CreateAccount());

        Assert.Equal("42", account["fax"]);
    }

    [Fact]
    public void The_callers_own_row_stays_as_it_was()
    {
        _environment.On("Create", "account", Stage.PreOperation, "SetColumn", "fax=42");
        Entity mine = new("account") { ["name"] = "Contoso" };

        _environment.Service.Create(mine);

        Assert.Equal(Guid.Empty, mine.Id);
        Assert.Equal(["name"], mine.Attributes.Keys);
    }

    [Fact]
    public void Steps_run_by_rank_and_then_by_registration()
    {
        Register("EchoConfiguration", "third", rank: 2);
        Register("EchoConfiguration", "first", rank: 1);
        Register("EchoConfiguration", "second", rank: 1);

        string trace = _environment.Traced(() => _environment.CreateAccount());

        Assert.Matches("(?s)first.*second.*third", trace);
    }

    [Fact]
    public void Configuration_and_secure_configuration_reach_the_constructor()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.EchoConfiguration",
            Message = "Create",
            Table = "account",
            Stage = Stage.PreOperation,
            Configuration = "open",
            SecureConfiguration = "secret",
        });

        Assert.Contains(
            "| open|secret\n",
            _environment.Traced(() => _environment.CreateAccount()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_instance_serves_all_runs_of_a_step_and_another_step_has_its_own()
    {
        _environment.On("Create", "account", Stage.PreOperation, "CountRuns");
        _environment.CreateAccount();
        _environment.On("Create", "account", Stage.PostOperation, "CountRuns");

        string trace = _environment.Traced(() => _environment.CreateAccount());

        Assert.Contains("| run 2\n", trace, StringComparison.Ordinal);
        Assert.Contains("| run 1\n", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void An_update_step_runs_only_when_a_filtering_column_is_in_target()
    {
        Guid id = _environment.CreateAccount();
        RegisterOnFax();

        Assert.DoesNotContain("CountRuns", Update(id, "name"), StringComparison.Ordinal);
        Assert.Contains("CountRuns", Update(id, "fax"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_filtering_column_that_an_earlier_step_added_counts()
    {
        Guid id = _environment.CreateAccount();
        _environment.On("Update", "account", Stage.PreValidation, "SetColumn", "fax=1");
        RegisterOnFax();

        Assert.Contains("CountRuns", Update(id, "name"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_pre_image_has_the_old_values_and_a_post_image_the_new_ones()
    {
        Guid id = _environment.CreateAccount("Old");
        RegisterWithImages("Update", ImageType.Both, "name", "fax");

        string trace = _environment.Traced(
            () => _environment.Service.Update(new Entity("account", id) { ["name"] = "New", ["fax"] = "7" }));

        Assert.Contains("| pre image: name=Old\n", trace, StringComparison.Ordinal);
        Assert.Contains("| post image: fax=7,name=New\n", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deleted_row_has_a_pre_image_and_a_created_one_a_post_image()
    {
        RegisterWithImages("Create", ImageType.PostImage, "name", "statuscode");
        RegisterWithImages("Delete", ImageType.PreImage, "name");
        Guid id = Guid.Empty;

        string trace = _environment.Traced(() => id = _environment.CreateAccount());
        string deleted = _environment.Traced(() => _environment.Service.Delete("account", id));

        Assert.Contains("| post image: name=Contoso,statuscode=1\n", trace, StringComparison.Ordinal);
        Assert.Contains("| output id\n", trace, StringComparison.Ordinal);
        Assert.Contains("| pre image: name=Contoso\n", deleted, StringComparison.Ordinal);
    }

    [Fact]
    public void Images_that_the_platform_does_not_have_are_refused_at_registration()
    {
        TestEnvironment.FaultOf(() => RegisterWithImages("Create", ImageType.PreImage, "name"));
        TestEnvironment.FaultOf(() => RegisterWithImages("Delete", ImageType.PostImage, "name"));
    }

    [Fact]
    public void Shared_variables_pass_from_pre_to_post_operation()
    {
        _environment.On("Create", "account", Stage.PreOperation, "WriteSharedVariable", "x");
        _environment.On("Create", "account", Stage.PostOperation, "ReadSharedVariable");

        Assert.Contains(
            "| own x parent none ",
            _environment.Traced(() => _environment.CreateAccount()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Shared_variables_of_pre_validation_are_reached_through_the_parent_context()
    {
        _environment.On("Create", "account", Stage.PreValidation, "WriteSharedVariable", "early");
        _environment.On("Create", "account", Stage.PostOperation, "ReadSharedVariable");

        Assert.Contains(
            "| own none parent early ",
            _environment.Traced(() => _environment.CreateAccount()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_tag_of_a_request_is_a_shared_variable()
    {
        _environment.On("Create", "account", Stage.PreOperation, "ReadSharedVariable");
        CreateRequest request = new() { Target = new Entity("account") { ["name"] = "A" }, ["tag"] = "import" };

        Assert.Contains(
            " tag import\n",
            _environment.Traced(() => _environment.Service.Execute(request)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BypassCustomPluginExecution", true)]
    [InlineData("BypassBusinessLogicExecution", "CustomSync,CustomAsync")]
    public void Requests_can_leave_custom_logic_out(string parameter, object value)
    {
        _environment.On("Create", "account", Stage.PreOperation, "Refuse", "no");
        CreateRequest request = new() { Target = new Entity("account") { ["name"] = "A" }, [parameter] = value };

        _environment.Service.Execute(request);

        Assert.Equal(1, _environment.Count("account"));
    }

    [Fact]
    public void A_request_can_leave_out_a_single_step()
    {
        Step step = _environment.On("Create", "account", Stage.PreOperation, "Refuse", "no");
        CreateRequest request = new()
        {
            Target = new Entity("account") { ["name"] = "A" },
            ["BypassBusinessLogicExecutionStepIds"] = step.Id.ToString(),
        };

        _environment.Service.Execute(request);

        Assert.Equal(1, _environment.Count("account"));
    }

    [Fact]
    public void Steps_run_on_retrieve_too()
    {
        Guid id = _environment.CreateAccount();
        _environment.On("Retrieve", "account", Stage.PreOperation, "DescribeContext");

        string trace = _environment.Traced(() => _environment.Service.Retrieve("account", id, new ColumnSet("name")));

        Assert.Contains("| Retrieve account stage 20", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_table_sees_every_table()
    {
        _environment.Dataverse.RegisterStep(
            new Step { PluginType = "TestPlugins.CountRuns", Message = "Create", Stage = Stage.PreOperation });

        string trace = _environment.Traced(() =>
        {
            _environment.CreateAccount();
            _environment.Service.Create(new Entity("contact") { ["lastname"] = "Meyer" });
        });

        Assert.Contains("| run 2\n", trace, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_is_switched_off_does_not_run()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.Refuse",
            Message = "Create",
            Stage = Stage.PreOperation,
            Configuration = "no",
            Enabled = false,
        });

        _environment.CreateAccount();
    }

    [Fact]
    public void A_type_that_is_in_no_assembly_is_refused_by_name_at_registration()
    {
        OrganizationServiceFault fault = TestEnvironment.FaultOf(
            () => _environment.On("Create", "account", Stage.PreOperation, "Missing"));

        Assert.Contains("'TestPlugins.Missing'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("LocalDataverse.Tests.Plugins", fault.Message, StringComparison.Ordinal);
    }

    private void RegisterOnFax() => _environment.Dataverse.RegisterStep(new Step
    {
        PluginType = "TestPlugins.CountRuns",
        Message = "Update",
        Table = "account",
        Stage = Stage.PreOperation,
        FilteringColumns = ["fax"],
    });

    private string Update(Guid id, string column) => _environment.Traced(
        () => _environment.Service.Update(new Entity("account", id) { [column] = "1" }));

    private void Register(string plugin, string configuration, int rank) => _environment.Dataverse.RegisterStep(new Step
    {
        PluginType = "TestPlugins." + plugin,
        Message = "Create",
        Table = "account",
        Stage = Stage.PreOperation,
        Configuration = configuration,
        Rank = rank,
    });

    private void RegisterWithImages(string message, ImageType type, params string[] columns) =>
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = message,
            Table = "account",
            Stage = Stage.PostOperation,
            Images = [new StepImage { Alias = "image", Type = type, Columns = columns }],
        });
}
