using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>What the platform writes into a row by itself.</summary>
internal static class Defaults
{
    public static void Complete(Operation operation, TableProfile profile, Entity row)
    {
        AttributeCollection attributes = row.Attributes;
        foreach (Column column in profile.Defaults)
        {
            if (!attributes.ContainsKey(column.LogicalName))
            {
                attributes[column.LogicalName] = ValueOf(column);
            }
        }

        foreach (Column column in profile.AutoNumbers)
        {
            if (!attributes.TryGetValue(column.LogicalName, out object? given) || given is null)
            {
                attributes[column.LogicalName] = operation.Engine.AutoNumbers.Next(operation, profile.Table, column);
            }
        }

        if (profile.HasOrganization)
        {
            attributes["organizationid"] =
                new EntityReference("organization", operation.Engine.Identity.OrganizationId);
        }

        if (profile.HasAudit)
        {
            CompleteAudit(operation, attributes);
        }
    }

    /// <summary>Modified on and by.</summary>
    public static void Touch(Operation operation, TableProfile profile, Entity changes)
    {
        if (profile.HasAudit)
        {
            SetMissing(changes.Attributes, "modifiedon", operation.CreatedOn);
            SetMissing(changes.Attributes, "modifiedby", new EntityReference("systemuser", operation.UserId));
        }
    }

    /// <summary>A row that says when it was created elsewhere keeps that date, and the real one beside it.</summary>
    private static void CompleteAudit(Operation operation, AttributeCollection attributes)
    {
        DateTime now = operation.CreatedOn;
        EntityReference user = new("systemuser", operation.UserId);
        if (attributes.TryGetValue("overriddencreatedon", out object? value) && value is DateTime elsewhere)
        {
            attributes["createdon"] = elsewhere;
            attributes["overriddencreatedon"] = now;
        }

        SetMissing(attributes, "createdon", now);
        SetMissing(attributes, "createdby", user);
        SetMissing(attributes, "modifiedon", now);
        SetMissing(attributes, "modifiedby", user);
    }

    /// <summary>Clients cannot set these columns, but a step before the main operation can.</summary>
    private static void SetMissing(AttributeCollection attributes, string column, object value)
    {
        if (!attributes.ContainsKey(column))
        {
            attributes[column] = value;
        }
    }

    private static object ValueOf(Column column) => column.DefaultValue switch
    {
        bool flag => flag,
        int option when column.Type == ColumnType.Boolean => option != 0,
        int option => new OptionSetValue(option),
        _ => throw new InvalidOperationException(
            $"Column {column.LogicalName} has a default value of type {column.DefaultValue?.GetType().Name}."),
    };
}
