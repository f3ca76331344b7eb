using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>Plug-in assemblies and their types between rows and registry.</summary>
internal static class AssemblyRows
{
    public const string TableName = "pluginassembly";

    /// <summary>Name, version, culture and token come out of the dll, whatever the request says.</summary>
    public static DllSurface Complete(Entity row, byte[] content)
    {
        DllSurface dll = DllSurface.Read(content) ?? throw Fault.Because(
            ImportErrorCodes.AssemblyContent, "The content of the plug-in assembly is not a .NET assembly.");
        byte[] token = dll.Name.GetPublicKeyToken() ?? [];
        if (token.Length == 0)
        {
            throw Fault.Because(ImportErrorCodes.AssemblyNotSigned,
                $"Public assembly '{dll.Name.Name}' must have public key token. Sign it with a strong name.");
        }

        row["name"] = dll.Name.Name;
        row["version"] = dll.Name.Version!.ToString();
        row["culture"] = string.IsNullOrEmpty(dll.Name.CultureName) ? "neutral" : dll.Name.CultureName;
        row["publickeytoken"] = Convert.ToHexStringLower(token);
        return dll;
    }

    /// <summary>Null: the row keeps no dll (it was registered from memory).</summary>
    public static byte[]? Content(Entity row)
    {
        string? text = row.GetAttributeValue<string>("content");
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        byte[] content = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, content, out int length)
            ? content[..length]
            : throw Fault.Because(ErrorCodes.InvalidArgument, "'content' of a plug-in assembly must be base64.");
    }

    /// <summary>Full names of the classes that are registered.</summary>
    public static IEnumerable<string> TypeNamesOf(Session session, Guid assembly) =>
        TypesOf(session, assembly).Select(type => type.GetAttributeValue<string>("typename"));

    /// <summary>The assembly as the row and its types say; null when the row keeps no dll.</summary>
    public static PluginAssembly? Read(Session session, Entity row)
    {
        if (Content(row) is not byte[] content)
        {
            return null;
        }

        return new PluginAssembly
        {
            Name = row.GetAttributeValue<string>("name"),
            Version = row.GetAttributeValue<string>("version"),
            Content = content,
            Types = [.. TypeNamesOf(session, row.Id)],
        };
    }

    public static IReadOnlyList<Entity> TypesOf(Session session, Guid assembly) =>
        session.Where(session.Catalog.Get("plugintype"), "pluginassemblyid", assembly);

    /// <summary>A class that is still registered, but that the new dll no longer has, stops the update.</summary>
    public static void RefuseMissingTypes(IEnumerable<string> registered, DllSurface dll)
    {
        string? missing = registered.FirstOrDefault(type => !dll.PublicClasses.Contains(type));
        if (missing is not null)
        {
            throw Fault.Because(ImportErrorCodes.AssemblyContent,
                $"PluginType [{missing}] not found in PluginAssembly [{dll.Name.FullName}] which has a total of "
                + $"[{dll.PublicClasses.Count}] plugin/workflow activity types. Keep an empty class, or raise major or "
                + "minor of the assembly's version and upgrade.");
        }
    }

    /// <summary>Rows of a type that was registered without a request, and of its assembly; id of the type.</summary>
    public static Guid Write(Engine engine, Session session, string typeName)
    {
        PluginAssembly owner = engine.Plugins.AssemblyOf(typeName);
        Entity? known = session.Where(engine.Tables.Get("plugintype"), "typename", typeName).FirstOrDefault();
        if (known is not null)
        {
            return known.Id;
        }

        PlatformRows rows = new(engine, session);
        Guid assembly = session.Where(engine.Tables.Get(TableName), "name", owner.Name).FirstOrDefault()?.Id
            ?? NameId.Of(TableName, owner.Name);
        rows.Put(new Entity(TableName, assembly)
        {
            ["name"] = owner.Name,
            ["version"] = owner.Version,
            ["sourcetype"] = new OptionSetValue(0),
            ["isolationmode"] = new OptionSetValue(2),
        });
        Guid type = NameId.Of("plugintype", typeName);
        rows.Put(new Entity("plugintype", type)
        {
            ["name"] = typeName,
            ["typename"] = typeName,
            ["assemblyname"] = owner.Name,
            ["pluginassemblyid"] = new EntityReference(TableName, assembly),
            ["isworkflowactivity"] = false,
        });
        return type;
    }
}
