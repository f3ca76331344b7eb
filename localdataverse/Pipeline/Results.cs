using System;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>Hands the results of a bulk message to its rows and those of a single one to its bulk form.</summary>
internal static class Results
{
    public static void Share(Operation operation, OrganizationResponse response)
    {
        MessageEvent main = operation.Main;
        if (main == operation.Bulk)
        {
            ShareWithRows(operation, response);
        }
        else if (main.Message == "Create" && response.Results.TryGetValue("id", out object? id))
        {
            main.RowId = (Guid)id!;
            if (operation.Bulk is not null)
            {
                operation.Bulk.Output["Ids"] = new[] { main.RowId };
            }
        }
    }

    private static void ShareWithRows(Operation operation, OrganizationResponse response)
    {
        if (!response.Results.TryGetValue("Ids", out object? value) || value is not Guid[] ids)
        {
            return;
        }

        for (int i = 0; i < ids.Length; i++)
        {
            operation.Rows[i].RowId = ids[i];
            operation.Rows[i].Output["id"] = ids[i];
        }
    }
}
