using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>A row of plugintype names a public class of its assembly's dll.</summary>
internal sealed class PluginTypeRule : TableRule
{
    public override string Table => "plugintype";

    public override void BeforeCreate(Operation operation, Entity row)
    {
        string name = row.GetAttributeValue<string>("typename") ?? row.GetAttributeValue<string>("name")
            ?? throw Fault.Because(
                ErrorCodes.InvalidArgument, "A plug-in type needs 'typename', the class's full name.");
        EntityReference owner = row.GetAttributeValue<EntityReference>("pluginassemblyid")
            ?? throw Fault.Because(ErrorCodes.InvalidArgument, "A plug-in type needs 'pluginassemblyid'.");
        Entity? assembly = operation.Session.Find(
            operation.Tables.Get(AssemblyRows.TableName), owner.Id, new ColumnSet(true));
        if (assembly is not null && AssemblyRows.Content(assembly) is byte[] content
            && DllSurface.Read(content) is DllSurface dll)
        {
            AssemblyRows.RefuseMissingTypes([name], dll);
        }

        row["typename"] = name;
        row["name"] = row.GetAttributeValue<string>("name") ?? name;
        row["assemblyname"] = assembly?.GetAttributeValue<string>("name");
        row["ismanaged"] = false;
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) =>
        ManagedRows.RefuseUpdate(operation, before);

    public override void BeforeDelete(Operation operation, Entity before) => ManagedRows.RefuseDelete(before);
}
