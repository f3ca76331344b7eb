using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

/// <summary>Accounts and contacts are related many to many, accounts with one another as well.</summary>
internal sealed class RelationWorld : IDisposable
{
    public const string AccountsAndContacts = "test_account_contact";
    public const string AccountsAndAccounts = "test_account_account";

    public RelationWorld()
    {
        Relate(AccountsAndContacts, "account", "contact");
        Relate(AccountsAndAccounts, "account", "account");
    }

    public TestEnvironment Environment { get; } = new();

    public IOrganizationService Service => Environment.Service;

    public Guid Account(string name = "Contoso") => Environment.CreateAccount(name);

    public Guid Contact(string name = "Ada") => Service.Create(new Entity("contact") { ["lastname"] = name });

    public void Associate(string table, Guid id, Relationship relationship, params EntityReference[] related) =>
        Service.Associate(table, id, relationship, new EntityReferenceCollection(related.ToList()));

    public void Associate(string table, Guid id, string relationship, params EntityReference[] related) =>
        Associate(table, id, new Relationship(relationship), related);

    public void Disassociate(string table, Guid id, string relationship, params EntityReference[] related) =>
        Service.Disassociate(
            table, id, new Relationship(relationship), new EntityReferenceCollection(related.ToList()));

    public int Pairs(string relationship) => Environment.Count(relationship);

    public void OnAnyTable(string message, Stage stage, string? refused = null) =>
        Environment.Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins.DescribeAssociation",
            Message = message,
            Stage = stage,
            Configuration = refused,
        });

    public void Dispose() => Environment.Dispose();

    private void Relate(string name, string first, string second) => Service.Execute(new CreateManyToManyRequest
    {
        IntersectEntitySchemaName = name,
        ManyToManyRelationship = new ManyToManyRelationshipMetadata
        {
            SchemaName = name,
            Entity1LogicalName = first,
            Entity2LogicalName = second,
        },
    });
}
