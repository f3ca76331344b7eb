using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Concurrency;

public sealed class FileLockTests : IDisposable
{
    private const int SqlTimeout = -2147204783;

    private readonly string _directory = Directory.CreateTempSubdirectory("local-dataverse").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_reader_beside_a_writer_sees_what_was_saved_before()
    {
        using TestEnvironment environment = new(PathOf("readers.db"));
        Guid account = environment.CreateAccount("Before");
        UnitOfWork writer = environment.Dataverse.Engine.Sessions.Rent();
        writer.Begin();
        writer.Session.Update(
            environment.Dataverse.Tables.Get("account"), account, new AttributeCollection { ["name"] = "After" });

        string during = (string)environment.Account(account)["name"];
        writer.Commit();
        environment.Dataverse.Engine.Sessions.Return(writer);

        Assert.Equal("Before", during);
        Assert.Equal("After", environment.Account(account)["name"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_writer_that_waits_too_long_gets_the_sql_timeout(bool sameEnvironment)
    {
        string path = PathOf("timeout.db");
        using TestEnvironment holder = Impatient(path);
        using TestEnvironment other = Impatient(path);
        TestEnvironment waiting = sameEnvironment ? holder : other;
        Guid account = holder.CreateAccount("Before");
        UnitOfWork writer = holder.Dataverse.Engine.Sessions.Rent();
        writer.Begin();

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Rename(waiting.Service, account));
        writer.Rollback();
        holder.Dataverse.Engine.Sessions.Return(writer);
        Rename(waiting.Service, account);

        Assert.Equal(SqlTimeout, fault.ErrorCode);
        Assert.Equal(
            "Sql error: 'Execution Timeout Expired.  The timeout period elapsed prior to completion of the operation "
            + "or the server is not responding.'",
            fault.Message);
        Assert.Equal("After", holder.Account(account)["name"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_writer_goes_on_when_the_other_has_ended(bool sameEnvironment)
    {
        string path = PathOf("waits.db");
        using TestEnvironment holder = new(path);
        using TestEnvironment other = new(path);
        Guid account = holder.CreateAccount("Before");
        UnitOfWork writer = holder.Dataverse.Engine.Sessions.Rent();
        writer.Begin();
        using ManualResetEventSlim started = new();

        Task waiting = Task.Run(() =>
        {
            started.Set();
            Rename((sameEnvironment ? holder : other).Dataverse.Connect(), account);
        });
        started.Wait();
        Assert.Equal("Before", holder.Account(account)["name"]);
        writer.Commit();
        holder.Dataverse.Engine.Sessions.Return(writer);
        await waiting;

        Assert.Equal("After", holder.Account(account)["name"]);
    }

    [Fact]
    public void More_threads_than_sessions_wait_for_a_free_one()
    {
        const int Threads = 80;
        using TestEnvironment environment = new(PathOf("many.db"));
        Guid account = environment.CreateAccount("Contoso");
        using Barrier start = new(Threads);
        string[] names = new string[Threads];

        Thread[] readers = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            IOrganizationService service = environment.Dataverse.Connect();
            start.SignalAndWait();
            for (int i = 0; i < 5; i++)
            {
                names[number] = (string)service.Retrieve("account", account, new ColumnSet("name"))["name"];
            }
        })).ToArray();
        foreach (Thread reader in readers) reader.Start();
        foreach (Thread reader in readers) reader.Join();

        Assert.All(names, name => Assert.Equal("Contoso", name));
    }

    [Fact]
    public void Readers_see_a_transaction_whole_or_not_at_all()
    {
        const int Writes = 60;
        using TestEnvironment environment = new(PathOf("whole.db"));
        Guid account = environment.CreateAccount("0");
        environment.On("Update", "account", Stage.PostOperation, "CopyNameToTask");
        using Barrier start = new(2);
        int torn = 0;
        bool isDone = false;

        Thread reader = new(() =>
        {
            IOrganizationService service = environment.Dataverse.Connect();
            start.SignalAndWait();
            while (!Volatile.Read(ref isDone))
            {
                Entity row = service.RetrieveMultiple(NameBesideTask()).Entities.Single();
                if (!Equals(row["name"], row.GetAttributeValue<AliasedValue>("copy.subject")?.Value ?? "0")) torn++;
            }
        });
        reader.Start();
        start.SignalAndWait();
        for (int i = 1; i <= Writes; i++)
        {
            environment.Service.Update(new Entity("account", account) { ["name"] = i.ToString() });
        }

        Volatile.Write(ref isDone, true);
        reader.Join();
        Assert.Equal(0, torn);
    }

    private static QueryExpression NameBesideTask()
    {
        QueryExpression query = new("account") { ColumnSet = new ColumnSet("name") };
        LinkEntity copy = query.AddLink("task", "accountid", "regardingobjectid", JoinOperator.LeftOuter);
        copy.Columns = new ColumnSet("subject");
        copy.EntityAlias = "copy";
        return query;
    }

    private static void Rename(IOrganizationService service, Guid account) =>
        service.Update(new Entity("account", account) { ["name"] = "After" });

    private static TestEnvironment Impatient(string path) => new(clock => new LocalDataverseOptions
    {
        Clock = clock,
        Path = path,
        LockTimeout = TimeSpan.FromMilliseconds(20),
    });

    private string PathOf(string name) => Path.Combine(_directory, name);
}
