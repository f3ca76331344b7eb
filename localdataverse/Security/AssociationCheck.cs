using System;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Security;

/// <summary>
/// What pairing two rows asks for: append on the one, append to on the others. Roles, teams and profiles are given by
/// privileges of their own. Rows of a lookup are paired by an Update, which is checked itself.
/// </summary>
internal static class AssociationCheck
{
    public static void Run(Operation operation, RowAccess rows)
    {
        ParameterCollection input = operation.Main.Input;
        if (Named(operation, input) is not { Kind: RelationshipKind.ManyToMany } relationship
            || operation.Main.RowId == Guid.Empty)
        {
            return;
        }

        Table target = operation.Tables.Get(operation.Main.Table);
        if (Administered(relationship) is string ruled)
        {
            rows.DemandPrivilege(operation.Tables.Get(ruled), RightOver(ruled));
            return;
        }

        rows.Demand(target, operation.Main.RowId, AccessRights.AppendAccess);
        EntityReferenceCollection related = input.TryGetValue("RelatedEntities", out object? value)
            && value is EntityReferenceCollection given ? given : [];
        foreach (EntityReference row in related.Where(row => operation.Tables.Find(row.LogicalName) is not null))
        {
            Table table = operation.Tables.Get(row.LogicalName);
            rows.Demand(table, RowKeys.IdOf(operation, table, row), AccessRights.AppendToAccess);
        }
    }

    private static Relationship? Named(Operation operation, ParameterCollection input) =>
        input.TryGetValue("Relationship", out object? value)
        && value is Microsoft.Xrm.Sdk.Relationship { SchemaName: { } name }
            ? operation.Tables.FindRelationship(name)
            : null;

    /// <summary>Null: rows like others.</summary>
    private static string? Administered(Relationship relationship) => relationship.IntersectTable switch
    {
        "systemuserroles" or "teamroles" or "roleprivileges" => "role",
        "teammembership" => "team",
        "systemuserprofiles" or "teamprofiles" => "fieldsecurityprofile",
        _ => null,
    };

    private static AccessRights RightOver(string table) =>
        table == "role" ? AccessRights.AssignAccess : AccessRights.WriteAccess;
}
