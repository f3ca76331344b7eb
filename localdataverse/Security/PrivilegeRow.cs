using System;
using Dataverse.Local.Import;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Security;

/// <summary>Rows of the table privilege. Their ids follow from their names.</summary>
internal static class PrivilegeRow
{
    public static Guid IdOf(string privilege) => NameId.Of("privilege", privilege.ToLowerInvariant());

    /// <summary>Every column of the row but the id; what no access right stands in has the right None.</summary>
    public static AttributeCollection Columns(string privilege) => new()
    {
        ["name"] = privilege,
        ["accessright"] = (int)RightOf(privilege),
        ["canbebasic"] = true,
        ["canbelocal"] = true,
        ["canbedeep"] = true,
        ["canbeglobal"] = true,
    };

    /// <summary>prvAppendTo is looked for before prvAppend, which it begins with.</summary>
    private static AccessRights RightOf(string privilege)
    {
        AccessRights found = AccessRights.None;
        foreach (AccessRights right in TableSecurity.AllRights)
        {
            bool begins = privilege.StartsWith("prv" + TableSecurity.VerbOf(right), StringComparison.OrdinalIgnoreCase);
            if (begins && (found == AccessRights.None || right == AccessRights.AppendToAccess)) found = right;
        }

        return found;
    }
}
