using System;
using System.Linq;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Tests.Concurrency;

public sealed class ConflictCheckTests : IDisposable
{
    private readonly TestEnvironment _environment = Checking(ConflictCheck.Fail);
    private readonly Guid _account;

    public ConflictCheckTests() => _account = _environment.CreateAccount();

    public void Dispose() => _environment.Dispose();

    [Fact]
    public void A_plugin_that_forgets_to_lock_fails_with_a_message_that_names_everything()
    {
        _environment.On("Create", "contact", Stage.PostOperation, "AddToParent");

        ConflictException failed = Assert.Throws<ConflictException>(() => CreateContact());

        Assert.Contains(
            "TestPlugins.AddToParent read numberofemployees of account " + _account.ToString("D"), failed.Message,
            StringComparison.Ordinal);
        Assert.Contains("Write the row first", failed.Message, StringComparison.Ordinal);
        Assert.Equal(0, _environment.Count("contact"));
        Assert.False(_environment.Account(_account).Contains("numberofemployees"));
        RowConflict conflict = Assert.Single(_environment.Dataverse.Conflicts);
        Assert.Equal("account", conflict.Table);
        Assert.Equal(_account, conflict.RowId);
        Assert.Equal(["numberofemployees"], conflict.Columns);
        Assert.Equal("TestPlugins.AddToParent", conflict.Reader);
        Assert.Equal("TestPlugins.AddToParent", conflict.Writer);
    }

    [Fact]
    public void A_plugin_that_locks_before_it_reads_passes()
    {
        _environment.On("Create", "contact", Stage.PostOperation, "LockThenAdd");

        CreateContact();
        CreateContact();

        Assert.Equal(2, _environment.Account(_account)["numberofemployees"]);
        Assert.Empty(_environment.Dataverse.Conflicts);
    }

    [Theory]
    [InlineData("id write:fax")]
    [InlineData("write:telephone1 read:fax write:fax")]
    [InlineData("read:fax write:telephone1 read:fax write:fax")]
    [InlineData("read:fax write:fax read:fax write:fax")]
    [InlineData("link:fax write:telephone1 link:fax write:fax")]
    [InlineData("read:fax match:fax")]
    [InlineData("query:fax read:fax match:telephone1 write:fax")]
    [InlineData("own:fax")]
    [InlineData("read:fax")]
    [InlineData("write:fax")]
    [InlineData("write:fax delete")]
    public void What_cannot_lose_an_update_passes(string script)
    {
        Script(script);

        CreateContact();

        Assert.Empty(_environment.Dataverse.Conflicts);
    }

    [Theory]
    [InlineData("read:fax write:fax", "fax")]
    [InlineData("read:fax write:telephone1", "fax")]
    [InlineData("query:fax write:fax", "fax")]
    [InlineData("link:fax write:fax", "fax")]
    [InlineData("read:fax write:fax read:fax", "fax")]
    [InlineData("read:fax read:telephone1 write:telephone1 read:fax write:fax", "telephone1")]
    [InlineData("read:fax state", "fax")]
    [InlineData("read:fax write:telephone1 write:telephone2 read:fax write:fax", "fax")]
    public void What_can_lose_an_update_fails(string script, string columns)
    {
        Script(script);

        ConflictException failed = Assert.Throws<ConflictException>(() => CreateContact());

        Assert.Equal(columns, string.Join(' ', Assert.Single(failed.Conflicts).Columns));
    }

    [Fact]
    public void Reading_all_columns_counts_for_each_of_them()
    {
        Script("all write:fax");

        ConflictException failed = Assert.Throws<ConflictException>(() => CreateContact());

        Assert.Contains("name", Assert.Single(failed.Conflicts).Columns);
        Assert.DoesNotContain("accountid", failed.Conflicts[0].Columns);
    }

    [Fact]
    public void Two_plugins_of_one_transaction_are_named_as_reader_and_writer()
    {
        Script("read:fax");
        _environment.On("Create", "contact", Stage.PostOperation, "LockThenAdd");

        RowConflict conflict = Assert.Single(Assert.Throws<ConflictException>(() => CreateContact()).Conflicts);

        Assert.Equal("TestPlugins.RowScript", conflict.Reader);
        Assert.Equal("TestPlugins.LockThenAdd", conflict.Writer);
    }

    [Fact]
    public void A_step_that_changes_the_target_by_what_it_read_has_written()
    {
        _environment.On("Update", "account", Stage.PreOperation, "RowScript", "read:fax target:fax");

        ConflictException failed = Assert.Throws<ConflictException>(() => Rename());

        Assert.Equal(["fax"], Assert.Single(failed.Conflicts).Columns);
    }

    [Fact]
    public void A_row_that_the_clients_own_update_has_locked_may_be_read_and_written_after_it()
    {
        Step step = _environment.On("Update", "account", Stage.PostOperation, "RowScript", "read:fax write:fax");
        _environment.Dataverse.RegisterStep(new Step
        {
            Id = step.Id, PluginType = step.PluginType, Message = step.Message, Table = step.Table,
            Stage = step.Stage, Configuration = step.Configuration, FilteringColumns = ["name"],
        });

        Rename();

        Assert.Empty(_environment.Dataverse.Conflicts);
    }

    [Fact]
    public void Images_of_the_row_do_not_count_as_reads()
    {
        _environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.RowScript", Message = "Update", Table = "account", Configuration = "write:fax",
            Stage = Stage.PreOperation, FilteringColumns = ["name"],
            Images = [new StepImage { Alias = "before", Type = ImageType.PreImage }],
        });

        Rename();

        Assert.Empty(_environment.Dataverse.Conflicts);
    }

    [Fact]
    public void A_read_of_an_earlier_transaction_does_not_count()
    {
        Step reads = _environment.On("Create", "contact", Stage.PostOperation, "RowScript", "read:fax");
        CreateContact();
        _environment.Dataverse.RegisterStep(new Step
        {
            Id = reads.Id, PluginType = reads.PluginType, Message = reads.Message, Table = reads.Table,
            Stage = reads.Stage, Configuration = "write:fax",
        });

        CreateContact();

        Assert.Empty(_environment.Dataverse.Conflicts);
    }

    [Fact]
    public void Recorded_conflicts_are_listed_and_the_transaction_is_saved()
    {
        using TestEnvironment recording = Checking(ConflictCheck.Record);
        Guid account = recording.CreateAccount();
        recording.On("Create", "contact", Stage.PostOperation, "AddToParent");

        recording.Service.Create(ContactOf(account));
        recording.Service.Create(ContactOf(account));

        Assert.Equal(2, recording.Account(account)["numberofemployees"]);
        Assert.Equal(2, recording.Dataverse.Conflicts.Count);
    }

    [Fact]
    public void A_batch_does_not_hide_a_conflict_as_a_fault_of_one_request()
    {
        _environment.On("Create", "contact", Stage.PostOperation, "AddToParent");
        ExecuteMultipleRequest batch = new()
        {
            Requests = [new CreateRequest { Target = ContactOf(_account) }],
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
        };

        Assert.Throws<ConflictException>(() => _environment.Service.Execute(batch));
    }

    [Fact]
    public void Ids_of_linked_rows_that_the_check_reads_are_not_shown_to_the_plugin()
    {
        CreateContact();
        Script("link:name");

        string traced = _environment.Traced(() => CreateContact());

        Assert.Contains("parent.name", traced, StringComparison.Ordinal);
        Assert.DoesNotContain("local.", traced, StringComparison.Ordinal);
    }

    private static TestEnvironment Checking(ConflictCheck check) =>
        new(clock => new LocalDataverseOptions { Clock = clock, Conflicts = check });

    private static Entity ContactOf(Guid account) => new("contact")
    {
        ["lastname"] = "Meyer",
        ["parentcustomerid"] = new EntityReference("account", account),
    };

    private void Script(string script) =>
        _environment.On("Create", "contact", Stage.PostOperation, "RowScript", script);

    private void CreateContact() => _environment.Service.Create(ContactOf(_account));

    private void Rename() => _environment.Service.Update(new Entity("account", _account) { ["name"] = "Fabrikam" });
}
