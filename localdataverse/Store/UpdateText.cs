using System.Collections.Generic;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Store;

/// <summary>UPDATE of one row by its id, for the columns that change and the row version.</summary>
internal static class UpdateText
{
    public static string Write(StringBuilder text, TablePlan plan, AttributeCollection changes)
    {
        text.Clear().Append("UPDATE ").Append(plan.Sql).Append(" SET ");
        int index = 1;
        foreach (KeyValuePair<string, object> change in changes)
        {
            if (plan.FindStored(change.Key) is not { } column || column == plan.Id) continue;
            if (index > 1) text.Append(", ");
            text.Append(column.Sql).Append(" = ?").Append(index++);
            if ((column.FoldSql ?? column.TypeSql) is not { } second) continue;
            text.Append(", ").Append(second).Append(" = ?").Append(index++);
        }

        if (plan.RowVersion is { } version)
        {
            if (index > 1) text.Append(", ");
            text.Append(version.Sql).Append(" = ?").Append(index++);
        }
        else if (index == 1)
        {
            text.Append(plan.Id.Sql).Append(" = ").Append(plan.Id.Sql);
        }

        return text.Append(" WHERE ").Append(plan.Id.Sql).Append(" = ?").Append(index).ToString();
    }
}
