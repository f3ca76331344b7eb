using System;
using System.IO;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Messages;

public sealed class MetadataTests
{
    [Fact]
    public void A_platform_table_describes_itself()
    {
        using TestEnvironment environment = new();

        EntityMetadata order = Entity(environment.Service, "salesorder", EntityFilters.All);

        Assert.Equal("salesorderid", order.PrimaryIdAttribute);
        Assert.Equal("name", order.PrimaryNameAttribute);
        Assert.Equal("salesorders", order.EntitySetName);
        Assert.Equal(1088, order.ObjectTypeCode);
        Assert.Equal(OwnershipTypes.UserOwned, order.OwnershipType);
        AttributeMetadata total = order.Attributes.Single(a => a.LogicalName == "totalamount_base");
        Assert.Equal("totalamount", ((MoneyAttributeMetadata)total).CalculationOf);
        AttributeMetadata customer = order.Attributes.Single(a => a.LogicalName == "customerid");
        Assert.Equal(AttributeTypeCode.Customer, customer.AttributeType);
        Assert.Equal(["account", "contact"], ((LookupAttributeMetadata)customer).Targets);
        var state = (StateAttributeMetadata)order.Attributes.Single(a => a.LogicalName == "statecode");
        Assert.Equal(100001, ((StateOptionMetadata)state.OptionSet.Options.Single(o => o.Value == 3)).DefaultStatus);
        Assert.Contains(order.OneToManyRelationships, r => r.SchemaName == "order_details"
            && r.CascadeConfiguration.Delete == CascadeType.Cascade);
        Assert.Contains(order.ManyToOneRelationships, r => r.ReferencingAttribute == "pricelevelid");
    }

    [Fact]
    public void Filters_leave_columns_and_relationships_out()
    {
        using TestEnvironment environment = new();

        EntityMetadata plain = Entity(environment.Service, "account", EntityFilters.Entity);

        Assert.Null(plain.Attributes);
        Assert.Null(plain.OneToManyRelationships);
        Assert.Equal(plain.MetadataId, Entity(environment.Service, "account", EntityFilters.All).MetadataId);
    }

    [Fact]
    public void A_created_table_takes_rows_columns_lookups_and_keys()
    {
        using TestEnvironment environment = new();
        CreateProject(environment.Service);
        Guid account = environment.CreateAccount();

        Guid id = environment.Service.Create(new Entity("new_project")
        {
            ["new_name"] = "Apollo", ["new_code"] = "A-1", ["new_budget"] = new Money(10m),
            ["new_kind"] = new OptionSetValue(2), ["new_accountid"] = new EntityReference("account", account),
        });
        Entity row = environment.Service.Retrieve("new_project", id, new ColumnSet(true));
        OrganizationServiceFault taken = TestEnvironment.FaultOf(
            () => environment.Service.Create(new Entity("new_project") { ["new_code"] = "a-1" }));

        Assert.Equal("Apollo", row["new_name"]);
        Assert.Equal("Contoso", row.GetAttributeValue<EntityReference>("new_accountid").Name);
        Assert.Equal("Internal", row.FormattedValues["new_kind"]);
        Assert.Equal(0, row.GetAttributeValue<OptionSetValue>("statecode").Value);
        Assert.Equal(unchecked((int)0x80060892), taken.ErrorCode);
    }

    [Fact]
    public void Created_metadata_is_there_when_the_file_is_opened_again()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");
        try
        {
            using (TestEnvironment first = new(path)) CreateProject(first.Service);

            using TestEnvironment second = new(path);
            EntityMetadata project = Entity(second.Service, "new_project", EntityFilters.All);

            Assert.Equal("Projekt", project.DisplayName.LocalizedLabels.Single(l => l.LanguageCode == 1031).Label);
            Assert.Contains(project.Attributes, a => a.LogicalName == "new_budget_base");
            Assert.Equal("new_codekey", Assert.Single(project.Keys).LogicalName);
            Assert.Contains(project.ManyToOneRelationships, r => r.SchemaName == "new_account_project");
            second.Service.Create(new Entity("new_project") { ["new_name"] = "Second" });
        }
        finally
        {
            foreach (string file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(path) + "*"))
                File.Delete(file);
        }
    }

    [Fact]
    public void Unknown_metadata_faults_by_name()
    {
        using TestEnvironment environment = new();

        Assert.Equal(unchecked((int)0x80041102), TestEnvironment.FaultOf(
            () => Entity(environment.Service, "nosuch", EntityFilters.Entity)).ErrorCode);
        Assert.Equal(unchecked((int)0x80041103), TestEnvironment.FaultOf(() => environment.Service.Execute(
            new RetrieveAttributeRequest { EntityLogicalName = "account", LogicalName = "nosuch" })).ErrorCode);
        Assert.Contains("nosuch", TestEnvironment.FaultOf(() => environment.Service.Execute(
            new RetrieveRelationshipRequest { Name = "nosuch" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_tables_are_listed_with_what_the_filter_asks_for()
    {
        using TestEnvironment environment = new();

        var response = (RetrieveAllEntitiesResponse)environment.Service.Execute(
            new RetrieveAllEntitiesRequest { EntityFilters = EntityFilters.Attributes });

        Assert.Contains(response.EntityMetadata, e => e.LogicalName == "invoicedetail");
        Assert.All(response.EntityMetadata, e => Assert.NotEmpty(e.Attributes));
    }

    private static EntityMetadata Entity(IOrganizationService service, string table, EntityFilters filters) =>
        ((RetrieveEntityResponse)service.Execute(
            new RetrieveEntityRequest { LogicalName = table, EntityFilters = filters })).EntityMetadata;

    private static void CreateProject(IOrganizationService service)
    {
        Label name = new("Project", 1033);
        name.LocalizedLabels.Add(new LocalizedLabel("Project", 1033));
        name.LocalizedLabels.Add(new LocalizedLabel("Projekt", 1031));
        service.Execute(new CreateEntityRequest
        {
            Entity = new EntityMetadata
            {
                SchemaName = "new_Project", DisplayName = name, DisplayCollectionName = new Label("Projects", 1033),
                OwnershipType = OwnershipTypes.UserOwned,
            },
            PrimaryAttribute = new StringAttributeMetadata(
                "new_Name") { MaxLength = 100, DisplayName = new Label("Name", 1033) },
        });
        service.Execute(Attribute(new StringAttributeMetadata("new_Code") { MaxLength = 20 }));
        service.Execute(
            Attribute(new MoneyAttributeMetadata("new_Budget") { Precision = 2, MinValue = 0, MaxValue = 1000 }));
        service.Execute(Attribute(new PicklistAttributeMetadata("new_Kind")
        {
            OptionSet = new OptionSetMetadata
            {
                Options = { new OptionMetadata(new Label("Customer", 1033), 1),
                    new OptionMetadata(new Label("Internal", 1033), 2) },
            },
        }));
        service.Execute(new CreateOneToManyRequest
        {
            OneToManyRelationship = new OneToManyRelationshipMetadata
            {
                SchemaName = "new_account_project", ReferencedEntity = "account", ReferencingEntity = "new_project",
            },
            Lookup = new LookupAttributeMetadata { SchemaName = "new_AccountId",
                DisplayName = new Label("Account", 1033) },
        });
        service.Execute(new CreateEntityKeyRequest
        {
            EntityName = "new_project",
            EntityKey = new EntityKeyMetadata { SchemaName = "new_codekey", KeyAttributes = ["new_code"] },
        });
    }

    private static CreateAttributeRequest Attribute(AttributeMetadata attribute)
    {
        attribute.DisplayName = new Label(attribute.SchemaName, 1033);
        return new CreateAttributeRequest { EntityName = "new_project", Attribute = attribute };
    }
}
