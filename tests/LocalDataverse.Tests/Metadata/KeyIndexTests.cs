using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Metadata;

/// <summary>A key works from the moment its index is built, and duplicates keep it from being built.</summary>
public sealed class KeyIndexTests
{
    [Fact]
    public void In_the_background_a_key_is_pending_until_the_jobs_have_run()
    {
        using LocalDataverse local = LocalDataverse.Open(new LocalDataverseOptions { KeyIndexesInBackground = true });
        IOrganizationService service = local.Connect();
        CreateKey(service);

        Assert.Equal(EntityKeyIndexStatus.Pending, StatusOf(service));
        Create(service, "1");
        Assert.Equal(ErrorCodes.EntityKeyNotDefined, TestEnvironment.FaultOf(() => ByKey(service, "1")).ErrorCode);

        Assert.Equal(1, local.RunAsyncJobs());

        Assert.Equal(EntityKeyIndexStatus.Active, StatusOf(service));
        Assert.Equal("1", ByKey(service, "1")["accountnumber"]);
        Assert.Equal(ErrorCodes.DuplicateRecordEntityKey,
            TestEnvironment.FaultOf(() => Create(service, "1")).ErrorCode);
    }

    [Fact]
    public void An_imported_key_is_pending_too()
    {
        using LocalDataverse local = LocalDataverse.Open(new LocalDataverseOptions { KeyIndexesInBackground = true });
        local.Import(new SolutionBuilder().Table(
            "acme_thing", Snippets.Table("acme_Thing", keys: Snippets.Key("acme_Key", "acme_name"))).Pack());
        IOrganizationService service = local.Connect();

        Assert.Equal(EntityKeyIndexStatus.Pending, StatusOf(service, "acme_thing", "acme_key"));
        local.RunAsyncJobs();

        Assert.Equal(EntityKeyIndexStatus.Active, StatusOf(service, "acme_thing", "acme_key"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Duplicates_make_it_fail_and_once_they_are_gone_it_can_be_reactivated(bool background)
    {
        using LocalDataverse local = LocalDataverse.Open(
            new LocalDataverseOptions { KeyIndexesInBackground = background });
        IOrganizationService service = local.Connect();
        Create(service, "1");
        Guid second = Create(service, "1");
        CreateKey(service);
        local.RunAsyncJobs();

        Assert.Equal(EntityKeyIndexStatus.Failed, StatusOf(service));
        service.Delete("account", second);
        service.Execute(new OrganizationRequest("ReactivateEntityKey")
        {
            ["EntityLogicalName"] = "account", ["EntityKeyLogicalName"] = "new_number",
        });
        local.RunAsyncJobs();

        Assert.Equal(EntityKeyIndexStatus.Active, StatusOf(service));
        Assert.Equal("1", ByKey(service, "1")["accountnumber"]);
    }

    [Fact]
    public void A_failed_key_is_still_failed_when_the_file_is_opened_again()
    {
        using TemporaryFile file = new();
        LocalDataverseOptions options = new() { Path = file.Path };
        using (LocalDataverse first = LocalDataverse.Open(options))
        {
            Create(first.Connect(), "1");
            Create(first.Connect(), "1");
            CreateKey(first.Connect());
        }

        using LocalDataverse second = LocalDataverse.Open(options);

        Assert.Equal(EntityKeyIndexStatus.Failed, StatusOf(second.Connect()));
        Create(second.Connect(), "1");
    }

    private static Guid Create(IOrganizationService service, string number) =>
        service.Create(new Entity("account") { ["name"] = "Acme", ["accountnumber"] = number });

    private static void CreateKey(IOrganizationService service) => service.Execute(new OrganizationRequest(
        "CreateEntityKey")
    {
        ["EntityName"] = "account",
        ["EntityKey"] = new EntityKeyMetadata { SchemaName = "new_Number", KeyAttributes = ["accountnumber"] },
    });

    private static Entity ByKey(IOrganizationService service, string number) => ((RetrieveResponse)service.Execute(
        new RetrieveRequest
        {
            Target = new EntityReference("account", "accountnumber", number),
            ColumnSet = new ColumnSet("accountnumber"),
        })).Entity;

    private static EntityKeyIndexStatus StatusOf(
        IOrganizationService service, string table = "account", string key = "new_number") =>
        ((EntityKeyMetadata)service.Execute(new OrganizationRequest("RetrieveEntityKey")
        {
            ["EntityLogicalName"] = table, ["LogicalName"] = key,
        })["EntityKeyMetadata"]).EntityKeyIndexStatus;
}
