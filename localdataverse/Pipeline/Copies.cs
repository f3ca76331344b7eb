using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Copies of what crosses the border between client, plugin and engine: on the platform these travel as messages, so
/// nobody can change what another one holds. Rows and references are copied deeply, immutable values are shared.
/// </summary>
internal static class Copies
{
    public static ParameterCollection Of(ParameterCollection parameters)
    {
        ParameterCollection copy = new();
        foreach (KeyValuePair<string, object> parameter in parameters)
        {
            copy[parameter.Key] = OfValue(parameter.Value)!;
        }

        return copy;
    }

    public static Entity Of(Entity row)
    {
        Entity copy = new(row.LogicalName) { Id = row.Id, RowVersion = row.RowVersion };
        foreach (KeyValuePair<string, object> attribute in row.Attributes)
        {
            copy.Attributes[attribute.Key] = OfValue(attribute.Value)!;
        }

        CopyExtras(row, copy);
        return copy;
    }

    public static EntityReference Of(EntityReference reference)
    {
        EntityReference copy = new(reference.LogicalName, reference.Id)
        {
            Name = reference.Name,
            RowVersion = reference.RowVersion,
        };
        if (reference.KeyAttributes.Count > 0)
        {
            copy.KeyAttributes.AddRange(reference.KeyAttributes);
        }

        return copy;
    }

    public static object? OfValue(object? value) => value switch
    {
        Entity row => Of(row),
        EntityReference reference => Of(reference),
        EntityCollection rows => Of(rows),
        EntityReferenceCollection references => Of(references),
        Relationship relationship => new Relationship(relationship.SchemaName)
        {
            PrimaryEntityRole = relationship.PrimaryEntityRole,
        },
        OptionSetValue option => new OptionSetValue(option.Value),
        Money money => new Money(money.Value),
        _ => value,
    };

    private static EntityCollection Of(EntityCollection rows)
    {
        EntityCollection copy = new()
        {
            EntityName = rows.EntityName,
            MoreRecords = rows.MoreRecords,
            PagingCookie = rows.PagingCookie,
            TotalRecordCount = rows.TotalRecordCount,
        };
        foreach (Entity row in rows.Entities)
        {
            copy.Entities.Add(Of(row));
        }

        return copy;
    }

    private static EntityReferenceCollection Of(EntityReferenceCollection references)
    {
        EntityReferenceCollection copy = new();
        foreach (EntityReference reference in references)
        {
            copy.Add(Of(reference));
        }

        return copy;
    }

    private static void CopyExtras(Entity row, Entity copy)
    {
        if (row.KeyAttributes.Count > 0)
        {
            copy.KeyAttributes.AddRange(row.KeyAttributes);
        }

        if (row.FormattedValues.Count > 0)
        {
            copy.FormattedValues.AddRange(row.FormattedValues);
        }

        if (row.RelatedEntities.Count > 0)
        {
            copy.RelatedEntities.AddRange(row.RelatedEntities);
        }
    }
}
