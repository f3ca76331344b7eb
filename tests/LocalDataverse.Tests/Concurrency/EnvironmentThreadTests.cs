using System;
using System.IO;
using System.Threading.Tasks;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Concurrency;

public sealed class EnvironmentThreadTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("local-dataverse").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Several_threads_count_on_one_parent_without_losing_any(bool inFile)
    {
        using TestEnvironment environment = new(inFile ? Path.Combine(_directory, "threads.db") : null);
        Guid parent = environment.CreateAccount();
        environment.On("Create", "contact", Stage.PostOperation, "AddToParent");

        Parallel.For(0, 40, _ => environment.Dataverse.Connect().Create(new Entity("contact")
        {
            ["lastname"] = "Meyer",
            ["parentcustomerid"] = new EntityReference("account", parent),
        }));

        Assert.Equal(40, environment.Account(parent)["numberofemployees"]);
        Assert.Equal(40, environment.Count("contact"));
    }

    [Fact]
    public void A_request_from_outside_within_a_request_says_what_to_do_instead()
    {
        using TestEnvironment environment = new();
        UnitOfWork unit = environment.Dataverse.Engine.Sessions.Rent();

        InvalidOperationException refused = Assert.Throws<InvalidOperationException>(() => environment.CreateAccount());

        environment.Dataverse.Engine.Sessions.Return(unit);
        Assert.Contains("its own service factory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_opened_again_is_the_same_environment()
    {
        string path = Path.Combine(_directory, "again.db");
        Guid organization;
        Guid account;
        using (TestEnvironment first = new(path))
        {
            organization = first.Dataverse.OrganizationId;
            account = first.CreateAccount("Kept");
        }

        using TestEnvironment second = new(path);
        Assert.Equal(organization, second.Dataverse.OrganizationId);
        Assert.Equal("Kept", second.Account(account)["name"]);
        Assert.Equal(2, second.Count("systemuser"));
    }
}
