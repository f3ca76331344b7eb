using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>What came with a managed solution goes with it, and changes only where its publisher allows it.</summary>
internal static class ManagedRows
{
    /// <summary>Rows that a managed package marks with IsCustomizable 0.</summary>
    public static void RefuseUpdate(Operation operation, Entity before)
    {
        if (IsManaged(before) && operation.Engine.Solutions.IsLocked(before.Id))
        {
            throw Fault.Because(
                ErrorCodes.CannotUpdateManagedComponent,
                Text(before, "Update", "Managed Property Name: iscustomizable"));
        }
    }

    public static void RefuseDelete(Entity before)
    {
        if (IsManaged(before))
        {
            throw Fault.Because(
                ErrorCodes.CannotDeleteManagedComponent,
                Text(before, "Delete", "it came with a managed solution; uninstall the solution"));
        }
    }

    private static bool IsManaged(Entity row) => row.GetAttributeValue<bool?>("ismanaged") == true;

    private static string Text(Entity row, string operation, string condition) =>
        $"The '{operation}' operation on the current component(name='{row.LogicalName}', id='{row.Id}') failed during "
        + $"managed property evaluation of condition: '{condition}'";
}
