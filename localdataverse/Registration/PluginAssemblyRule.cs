using System;
using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>A row of pluginassembly with its dll in base64, as registration tools create and update it.</summary>
internal sealed class PluginAssemblyRule : TableRule
{
    public override string Table => AssemblyRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        byte[] content = AssemblyRows.Content(row) ?? throw Fault.Because(ErrorCodes.InvalidArgument,
            "A plug-in assembly needs 'content', the dll in base64; other sources than the database are refused.");
        AssemblyRows.Complete(row, content);
        row["ismanaged"] = false;
        string name = row.GetAttributeValue<string>("name");
        string version = row.GetAttributeValue<string>("version");
        bool isTaken = operation.Session.Where(operation.Tables.Get(Table), "name", name)
            .Any(known => SameLine(known.GetAttributeValue<string>("version"), version));
        if (isTaken)
        {
            throw Fault.Because(ImportErrorCodes.AssemblyVersion,
                $"Plug-in assembly fullnames must be unique (ignoring the version build and revision number): '{name}' "
                + "is registered. Update its row instead.");
        }
    }

    public override void AfterCreate(Operation operation, Entity row) => Reload(operation, row);

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        ManagedRows.RefuseUpdate(operation, before);
        if (AssemblyRows.Content(changes) is not byte[] content)
        {
            return;
        }

        DllSurface dll = AssemblyRows.Complete(changes, content);
        if (dll.Name.Name != before.GetAttributeValue<string>("name"))
        {
            throw Fault.Because(ImportErrorCodes.AssemblyVersion,
                $"The assembly '{before.GetAttributeValue<string>("name")}' cannot become '{dll.Name.Name}'.");
        }

        AssemblyRows.RefuseMissingTypes(AssemblyRows.TypeNamesOf(operation.Session, before.Id), dll);
    }

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) =>
        Reload(operation, operation.Session.Find(operation.Tables.Get(Table), before.Id, new ColumnSet(true))!);

    public override void BeforeDelete(Operation operation, Entity before) => ManagedRows.RefuseDelete(before);

    public override void AfterDelete(Operation operation, Entity before)
    {
        Engine engine = operation.Engine;
        string name = before.GetAttributeValue<string>("name");
        operation.Unit.AfterCommit(() =>
        {
            engine.Registry.RemoveAssembly(name);
            engine.Plugins.Forget(name);
        });
    }

    /// <summary>Assemblies of one name that differ in build and revision only are one assembly.</summary>
    internal static bool SameLine(string? first, string? second) =>
        Version.TryParse(first, out Version? one) && Version.TryParse(second, out Version? other)
        && one.Major == other.Major && one.Minor == other.Minor;

    private static void Reload(Operation operation, Entity row)
    {
        if (AssemblyRows.Read(operation.Session, row) is not PluginAssembly assembly)
        {
            return;
        }

        Engine engine = operation.Engine;
        operation.Unit.AfterCommit(() =>
        {
            engine.Registry.Add(assembly);
            engine.Plugins.Forget(assembly.Name);
        });
    }
}
