using System;
using System.Linq;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Relations;

/// <summary>Two accounts, one of which is to be merged into the other.</summary>
internal sealed class MergeWorld : IDisposable
{
    public MergeWorld(MergeOptions? options = null)
    {
        Local = LocalDataverse.Open(new LocalDataverseOptions { Merge = options ?? new MergeOptions() });
        Local.RegisterAssembly(TestEnvironment.PluginBytes);
        Service = Local.Connect();
        Master = Account("Master");
        Subordinate = Account("Subordinate");
    }

    public LocalDataverse Local { get; }

    public IOrganizationService Service { get; }

    public EntityReference Master { get; }

    public EntityReference Subordinate { get; }

    public EntityReference Account(string name) =>
        new("account", Service.Create(new Entity("account") { ["name"] = name }));

    public EntityReference Create(string table, params (string Column, object Value)[] values)
    {
        Entity row = new(table);
        foreach ((string column, object value) in values) row[column] = value;
        return new EntityReference(table, Service.Create(row));
    }

    public void Update(EntityReference target, string column, object? value) =>
        Service.Update(new Entity(target.LogicalName, target.Id) { [column] = value });

    public Entity Read(EntityReference row) => Service.Retrieve(row.LogicalName, row.Id, new ColumnSet(true));

    public EntityReference? Lookup(EntityReference row, string column) =>
        Read(row).GetAttributeValue<EntityReference>(column);

    public void Merge(Entity? content = null, bool parenting = false) => Service.Execute(new MergeRequest
    {
        Target = Master,
        SubordinateId = Subordinate.Id,
        UpdateContent = content,
        PerformParentingChecks = parenting,
    });

    public OrganizationServiceFault FaultOfMerge(bool parenting = false) =>
        TestEnvironment.FaultOf(() => Merge(parenting: parenting));

    public void On(string message, string table, Stage stage, string plugin, string configuration) =>
        Local.RegisterStep(new Step
        {
            PluginType = "TestPlugins." + plugin,
            Message = message,
            Table = table,
            Stage = stage,
            Configuration = configuration,
        });

    public string Traced(Action work) => Local.Trace(work).Render(withLines: true);

    public int Count(string table) =>
        Service.RetrieveMultiple(new QueryExpression(table)).Entities.ToArray().Length;

    public void Dispose() => Local.Dispose();
}
