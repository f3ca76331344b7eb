using System;
using System.Collections.Generic;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Registration;

/// <summary>
/// Ids of the platform's messages. Those that Microsoft's documentation shows are the same in every organisation; no
/// public page gives the others, so they get an id of their own here, which no cloud environment has.
/// </summary>
internal static class PlatformMessages
{
    private static readonly Dictionary<string, Guid> Documented = new(StringComparer.Ordinal)
    {
        ["Assign"] = new("8cbdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["Create"] = new("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["Delete"] = new("a1bdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["GrantAccess"] = new("c5bdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["Merge"] = new("dbbdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["ModifyAccess"] = new("dcbdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["Retrieve"] = new("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["RetrieveMultiple"] = new("03bebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["RetrievePrincipalAccess"] = new("04bebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["RetrieveSharedPrincipalsAndAccess"] = new("10bebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["RevokeAccess"] = new("11bebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["SetState"] = new("1cbebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["SetStateDynamicEntity"] = new("1dbebb1b-ea3e-db11-86a7-000a3a5473e8"),
        ["Update"] = new("20bebb1b-ea3e-db11-86a7-000a3a5473e8"),
    };

    private static readonly Dictionary<Guid, string> Names = Inverted();

    /// <summary>Messages that every table has; the others depend on the table.</summary>
    private static readonly string[] OfEveryTable =
        ["Create", "CreateMultiple", "Delete", "Retrieve", "RetrieveMultiple", "Update", "UpdateMultiple"];

    private static readonly string[] OfOwnedTables =
    [
        "Assign", "GrantAccess", "ModifyAccess", "RetrievePrincipalAccess", "RetrieveSharedPrincipalsAndAccess",
        "RevokeAccess",
    ];

    /// <summary>The names whose id is the same everywhere.</summary>
    public static IReadOnlyCollection<string> WithPublicId => Documented.Keys;

    public static Guid IdOf(string name) =>
        Documented.TryGetValue(name, out Guid id) ? id : NameId.Of("sdkmessage", name);

    public static Guid FilterIdOf(string message, string table) =>
        NameId.Of("sdkmessagefilter", message + "|" + table);

    /// <summary>Null: the id is not one of the documented ones.</summary>
    public static string? NameOf(Guid id) => Names.GetValueOrDefault(id);

    /// <summary>Messages for which a step may be registered on the table.</summary>
    public static IEnumerable<string> Of(Table table)
    {
        foreach (string name in OfEveryTable)
        {
            yield return name;
        }

        if (table.Ownership == Ownership.User)
        {
            foreach (string name in OfOwnedTables)
            {
                yield return name;
            }
        }

        if (table.State is not null)
        {
            yield return "SetState";
            yield return "SetStateDynamicEntity";
        }

        if (table.LogicalName is "account" or "contact" or "lead" or "incident")
        {
            yield return "Merge";
        }
    }

    private static Dictionary<Guid, string> Inverted()
    {
        Dictionary<Guid, string> names = [];
        foreach (KeyValuePair<string, Guid> message in Documented)
        {
            names.Add(message.Value, message.Key);
        }

        return names;
    }
}
