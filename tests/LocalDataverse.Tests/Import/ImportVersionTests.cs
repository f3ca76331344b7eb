using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using Dataverse.Local.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

public sealed class ImportVersionTests : IDisposable
{
    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void The_same_version_again_changes_nothing()
    {
        Assert.Equal(ImportOutcome.Installed, _local.Import(Thing("1.0.0.0").Pack()).Outcome);
        IOrganizationService service = _local.Connect();
        Guid id = service.Create(new Entity("acme_thing") { ["acme_name"] = "kept" });
        int rows = service.RetrieveMultiple(new QueryExpression("solutioncomponent")).Entities.Count;

        Assert.Equal(ImportOutcome.Repeated, _local.Import(Thing("1.0.0.0").Pack()).Outcome);

        Assert.Equal("kept", service.Retrieve("acme_thing", id, new ColumnSet("acme_name"))["acme_name"]);
        Assert.Equal(rows, service.RetrieveMultiple(new QueryExpression("solutioncomponent")).Entities.Count);
        Assert.Single(service.RetrieveMultiple(new QueryExpression("solution")).Entities);
    }

    [Fact]
    public void A_newer_version_adds_columns_to_tables_with_rows()
    {
        _local.Import(Thing("1.0.0.0").Pack());
        IOrganizationService service = _local.Connect();
        Guid id = service.Create(new Entity("acme_thing") { ["acme_name"] = "kept" });

        ImportResult result = _local.Import(Thing("1.0.1.0", Snippets.Column("acme_Count", "int")).Pack());

        Assert.Equal(ImportOutcome.Updated, result.Outcome);
        service.Update(new Entity("acme_thing", id) { ["acme_count"] = 3 });
        Entity row = service.Retrieve("acme_thing", id, new ColumnSet(true));
        Assert.Equal("kept", row["acme_name"]);
        Assert.Equal(3, row["acme_count"]);
        QueryExpression query = new("solution") { ColumnSet = new ColumnSet("version") };
        Entity solution = service.RetrieveMultiple(query).Entities.Single();
        Assert.Equal("1.0.1.0", solution["version"]);
    }

    [Fact]
    public void A_lower_version_is_refused()
    {
        _local.Import(Thing("1.1.0.0").Pack());

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(Thing("1.0.9.0").Pack()));

        Assert.Equal(ImportErrorCodes.CannotUpgrade, refused.Detail.ErrorCode);
        Assert.Contains("1.1.0.0", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "0", ImportErrorCodes.PackageUnmanagedHereManaged)]
    [InlineData("0", "1", ImportErrorCodes.PackageManagedHereUnmanaged)]
    public void Managed_and_unmanaged_do_not_mix(string first, string second, int code)
    {
        _local.Import(new SolutionBuilder { Managed = first }.Pack());

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(new SolutionBuilder { Managed = second, Version = "2.0.0.0" }.Pack()));

        Assert.Equal(code, refused.Detail.ErrorCode);
    }

    [Fact]
    public void The_publisher_of_a_solution_cannot_change()
    {
        _local.Import(new SolutionBuilder().Pack());

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(new SolutionBuilder { Publisher = "other", Version = "2.0.0.0" }.Pack()));

        Assert.Equal(ImportErrorCodes.WrongPublisher, refused.Detail.ErrorCode);
    }

    [Fact]
    public void The_type_of_a_column_never_changes()
    {
        _local.Import(Thing("1.0.0.0", Snippets.Column("acme_Count", "int")).Pack());

        FaultException<OrganizationServiceFault> refused = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(Thing("1.1.0.0", Snippets.Column("acme_Count", "decimal")).Pack()));

        Assert.Contains("acme_count", refused.Detail.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_that_is_refused_leaves_nothing_behind()
    {
        SolutionBuilder broken = Thing("1.0.0.0").Root(61, "acme_/missing.js");

        Assert.Throws<FaultException<OrganizationServiceFault>>(() => _local.Import(broken.Pack()));

        Assert.Null(_local.Tables.Find("acme_thing"));
        Assert.Empty(_local.Connect().RetrieveMultiple(new QueryExpression("solution")).Entities);
        Assert.Equal(ImportOutcome.Installed, _local.Import(Thing("1.0.0.0").Pack()).Outcome);
    }

    [Fact]
    public void An_environment_in_a_file_is_the_same_when_it_is_opened_again()
    {
        using TemporaryFile file = new();
        LocalDataverseOptions options = new() { Path = file.Path };
        Guid id;
        using (LocalDataverse first = LocalDataverse.Open(options))
        {
            first.Import(Thing("1.0.0.0").Pack());
            first.Import(Thing("1.1.0.0", Snippets.Column("acme_Count", "int")).Pack());
            id = first.Connect().Create(new Entity("acme_thing") { ["acme_name"] = "kept", ["acme_count"] = 5 });
        }

        using LocalDataverse second = LocalDataverse.Open(options);
        Entity row = second.Connect().Retrieve("acme_thing", id, new ColumnSet(true));
        Assert.Equal("kept", row["acme_name"]);
        Assert.Equal(5, row["acme_count"]);
        Assert.Equal(ImportOutcome.Repeated,
            second.Import(Thing("1.1.0.0", Snippets.Column("acme_Count", "int")).Pack()).Outcome);
    }

    [Fact]
    public void Imports_and_created_metadata_come_back_in_the_order_in_which_they_came()
    {
        using TemporaryFile file = new();
        LocalDataverseOptions options = new() { Path = file.Path };
        using (LocalDataverse first = LocalDataverse.Open(options))
        {
            IOrganizationService service = first.Connect();
            service.Execute(new CreateEntityRequest
            {
                Entity = new EntityMetadata
                {
                    SchemaName = "acme_Made",
                    DisplayName = new Label("Made", 1033),
                    DisplayCollectionName = new Label("Made", 1033),
                    OwnershipType = OwnershipTypes.OrganizationOwned,
                },
                PrimaryAttribute = new StringAttributeMetadata { SchemaName = "acme_Name", MaxLength = 100 },
            });
            first.Import(new SolutionBuilder()
                .Table("acme_made", Snippets.Extension("acme_Made", Snippets.Column("acme_Count", "int")), behavior: 2)
                .Table("acme_thing", Snippets.Table("acme_Thing"))
                .Pack());
            service.Execute(new CreateAttributeRequest
            {
                EntityName = "acme_thing",
                Attribute = new IntegerAttributeMetadata { SchemaName = "acme_Later" },
            });
        }

        using LocalDataverse second = LocalDataverse.Open(options);

        Assert.NotNull(second.Tables.Get("acme_made").Find("acme_count"));
        Assert.NotNull(second.Tables.Get("acme_thing").Find("acme_later"));
    }

    private static SolutionBuilder Thing(string version, string columns = "") =>
        new SolutionBuilder { Version = version }.Table("acme_thing", Snippets.Table("acme_Thing", columns));
}
