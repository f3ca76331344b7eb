using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Tests.Pipeline;

public sealed class BulkTests : IDisposable
{
    private readonly TestEnvironment _environment = new();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_create_step_runs_once_for_each_row_of_CreateMultiple()
    {
        _environment.On("Create", "account", Stage.PostOperation, "CountRuns");

        string trace = _environment.Traced(() => CreateMultiple("A", "B", "C"));

        Assert.Equal(3, trace.Split("| run ").Length - 1);
        Assert.Equal(3, _environment.Count("account"));
    }

    [Fact]
    public void A_create_step_may_change_each_row_of_CreateMultiple()
    {
        _environment.On("Create", "account", Stage.PreOperation, "SetColumn", "fax=9");

        Guid[] ids = CreateMultiple("A", "B");

        Assert.All(ids, id => Assert.Equal("9", _environment.Account(id)["fax"]));
        Assert.Equal(["A", "B"], ids.Select(id => (string)_environment.Account(id)["name"]));
    }

    [Fact]
    public void A_CreateMultiple_step_runs_once_for_all_rows_and_for_a_single_create_too()
    {
        _environment.On("CreateMultiple", "account", Stage.PostOperation, "DescribeContext");

        string many = _environment.Traced(() => CreateMultiple("A", "B"));
        string one = _environment.Traced(() => _environment.CreateAccount());

        Assert.Equal(1, many.Split("| CreateMultiple account stage 40").Length - 1);
        Assert.Contains("| output Ids\n", many, StringComparison.Ordinal);
        Assert.Contains("| CreateMultiple account stage 40", one, StringComparison.Ordinal);
        Assert.Contains("| output Ids\n", one, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_a_bulk_create_do_not_share_their_variables()
    {
        _environment.On("Create", "account", Stage.PreOperation, "ReadSharedVariable");
        _environment.On("Create", "account", Stage.PostOperation, "WriteSharedVariable", "x");

        string trace = _environment.Traced(() => CreateMultiple("A", "B"));

        Assert.Equal(2, trace.Split("| own none").Length - 1);
    }

    [Fact]
    public void One_bad_row_takes_back_all_of_a_bulk_create()
    {
        TestEnvironment.FaultOf(() => CreateMultiple("A", new string('x', 161)));

        Assert.Equal(0, _environment.Count("account"));
    }

    [Fact]
    public void UpdateMultiple_runs_update_steps_with_their_images_for_each_row()
    {
        Guid[] ids = CreateMultiple("A", "B");
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeContext",
            Message = "Update",
            Table = "account",
            Stage = Stage.PostOperation,
            FilteringColumns = ["name"],
            Images = [new StepImage { Alias = "image", Type = ImageType.Both, Columns = ["name"] }],
        });
        EntityCollection changes = new() { EntityName = "account" };
        changes.Entities.Add(new Entity("account", ids[0]) { ["name"] = "A2" });
        changes.Entities.Add(new Entity("account", ids[1]) { ["name"] = "B2" });

        string trace = _environment.Traced(
            () => _environment.Service.Execute(new UpdateMultipleRequest { Targets = changes }));

        Assert.Contains("| pre image: name=A\n", trace, StringComparison.Ordinal);
        Assert.Contains("| post image: name=B2\n", trace, StringComparison.Ordinal);
        Assert.Equal("B2", _environment.Account(ids[1])["name"]);
    }

    private Guid[] CreateMultiple(params string[] names)
    {
        EntityCollection rows = new() { EntityName = "account" };
        foreach (string name in names)
        {
            rows.Entities.Add(new Entity("account") { ["name"] = name });
        }

        return ((CreateMultipleResponse)_environment.Service.Execute(new CreateMultipleRequest { Targets = rows })).Ids;
    }
}
