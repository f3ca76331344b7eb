using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Concurrency;

/// <summary>Two environments on one file, as two processes would have them.</summary>
public sealed class SharedFileTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("local-dataverse").FullName;
    private readonly TestEnvironment _one;
    private readonly TestEnvironment _two;

    public SharedFileTests()
    {
        string path = Path.Combine(_directory, "shared.db");
        _one = new TestEnvironment(path);
        _two = new TestEnvironment(path);
    }

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        Assert.Empty(Directory.GetFiles(_directory, "*-open"));
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public void What_one_has_saved_the_other_reads()
    {
        Guid account = _one.CreateAccount("Contoso");
        _two.Service.Update(new Entity("account", account) { ["name"] = "Fabrikam" });

        Assert.Equal("Fabrikam", _one.Account(account)["name"]);
        Assert.Equal(_one.Dataverse.OrganizationId, _two.Dataverse.OrganizationId);
    }

    [Fact]
    public void Row_versions_rise_whoever_writes()
    {
        Guid account = _one.CreateAccount();
        long version = Version(account);
        foreach (TestEnvironment writer in new[] { _two, _one, _one, _two })
        {
            writer.Service.Update(new Entity("account", account) { ["fax"] = "1" });

            long next = Version(account);
            Assert.True(next > version, $"{next} follows {version}");
            version = next;
        }
    }

    [Fact]
    public void A_version_that_the_other_has_replaced_does_not_match()
    {
        Guid account = _one.CreateAccount();
        Entity read = _one.Service.Retrieve("account", account, new ColumnSet("name"));
        _two.Service.Update(new Entity("account", account) { ["fax"] = "1" });

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => _one.Service.Execute(new UpdateRequest
        {
            Target = new Entity("account", account) { ["fax"] = "2", RowVersion = read.RowVersion },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        }));

        Assert.Equal(ErrorCodes.ConcurrencyVersionMismatch, fault.ErrorCode);
    }

    [Fact]
    public void A_column_that_one_creates_the_other_has_with_its_next_request()
    {
        Guid account = _two.CreateAccount();
        _one.Service.Execute(new CreateAttributeRequest
        {
            EntityName = "account",
            Attribute = new StringAttributeMetadata
            {
                SchemaName = "new_Colour", MaxLength = 20, DisplayName = new Label("Colour", 1033),
            },
        });

        _two.Service.Update(new Entity("account", account) { ["new_colour"] = "blue" });

        Assert.Equal("blue", _one.Account(account)["new_colour"]);
    }

    [Fact]
    public void A_solution_that_one_imports_the_other_has_with_its_next_request()
    {
        string columns = Snippets.Column("acme_Count", "int");
        _one.Dataverse.Import(new SolutionBuilder().Table("acme_thing", Snippets.Table("acme_Thing", columns)).Pack());

        Guid thing = _two.Service.Create(new Entity("acme_thing") { ["acme_name"] = "A", ["acme_count"] = 3 });

        Assert.Equal(3, _one.Service.Retrieve("acme_thing", thing, new ColumnSet(true))["acme_count"]);
        Assert.Equal(_one.Dataverse.SolutionParts.Count, _two.Dataverse.SolutionParts.Count);
    }

    [Fact]
    public void Numbers_of_an_autonumber_column_are_given_once()
    {
        string[] numbers = new[] { _one, _two, _two, _one }.Select(NumberOfNewOrder).ToArray();

        Assert.Equal(
            ["01000", "01001", "01002", "01003"], numbers.Select(number => number.Split('-')[1]));
    }

    [Fact]
    public void A_job_that_waits_in_one_is_left_alone_when_another_opens_the_file()
    {
        _one.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.CountRuns", Message = "Create", Table = "account",
            Stage = Stage.PostOperation, Mode = StepMode.Asynchronous,
        });
        _one.CreateAccount();

        using TestEnvironment third = new(Path.Combine(_directory, "shared.db"));
        int ran = _one.Dataverse.RunAsyncJobs();

        Assert.Equal(1, ran);
        Entity job = third.Service
            .RetrieveMultiple(new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("statuscode") })
            .Entities.Single();
        Assert.Equal(30, ((OptionSetValue)job["statuscode"]).Value);
    }

    [Fact]
    public async Task Several_threads_of_both_count_on_one_row_without_losing_any()
    {
        const int Threads = 8;
        const int Each = 10;
        Guid account = _one.CreateAccount();
        foreach (TestEnvironment environment in new[] { _one, _two })
        {
            environment.On("Create", "contact", Stage.PostOperation, "LockThenAdd");
        }

        using Barrier start = new(Threads);
        Task[] work = Enumerable.Range(0, Threads).Select(number => Task.Factory.StartNew(
            () =>
            {
                IOrganizationService service = (number % 2 == 0 ? _one : _two).Dataverse.Connect();
                start.SignalAndWait();
                for (int i = 0; i < Each; i++)
                {
                    service.Create(new Entity("contact")
                    {
                        ["lastname"] = "Meyer", ["parentcustomerid"] = new EntityReference("account", account),
                    });
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
        await Task.WhenAll(work);

        Assert.Equal(Threads * Each, _two.Account(account)["numberofemployees"]);
        Assert.Equal(Threads * Each, _one.Count("contact"));
    }

    private static string NumberOfNewOrder(TestEnvironment environment)
    {
        Guid account = environment.CreateAccount();
        Guid order = environment.Service.Create(new Entity("salesorder")
        {
            ["name"] = "Order", ["customerid"] = new EntityReference("account", account),
        });
        return (string)environment.Service.Retrieve("salesorder", order, new ColumnSet("ordernumber"))["ordernumber"];
    }

    private long Version(Guid account) =>
        long.Parse(_one.Account(account).RowVersion, CultureInfo.InvariantCulture);
}
