using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Import;

/// <summary>What steps, custom APIs, roles and field security name is there.</summary>
internal static partial class ReferenceChecks
{
    public static void Check(PackageReading reading, TableCatalog catalog)
    {
        foreach (Step step in reading.Steps)
        {
            CheckStep(reading, catalog, step);
        }

        foreach (CustomApi api in reading.CustomApis)
        {
            string? table = api.BoundTable;
            if (api.BindingType != 0 && table is not null && !TableChecks.HasTable(reading, catalog, table))
            {
                throw ImportFault.Because(ImportErrorCodes.MissingDependencies,
                    $"customapis/{api.UniqueName}: bound to the table '{table}', which is neither in the package nor "
                    + "here.");
            }
        }

        foreach (RoleDefinition role in reading.Roles)
        {
            CheckRole(reading, catalog, role);
        }

        foreach (XElement permission in reading.Customizations
            .Section("FieldSecurityProfiles", "FieldSecurityProfile")
            .SelectMany(profile => profile.Section("FieldPermissions", "FieldPermission")))
        {
            CheckFieldPermission(reading, catalog, permission);
        }
    }

    private static void CheckStep(PackageReading reading, TableCatalog catalog, Step step)
    {
        StepRules.Check(step);
        if (step.Table is null)
        {
            return;
        }

        if (!TableChecks.HasTable(reading, catalog, step.Table))
        {
            throw ImportFault.Because(ImportErrorCodes.SdkMessages,
                $"customizations.xml: step '{step.Name}': expected to find one SdkMessageFilter for message "
                + $"{step.Message}, PrimaryEntity {step.Table}. Found 0 records: the table is not here.");
        }

        IEnumerable<string> columns = step.FilteringColumns.Concat(step.Images.SelectMany(image => image.Columns));
        string? missing = columns.FirstOrDefault(
            column => !TableChecks.HasColumn(reading, catalog, step.Table, column));
        if (missing is not null)
        {
            throw ImportFault.Because(ImportErrorCodes.SdkMessages,
                $"customizations.xml: step '{step.Name}' names the column '{step.Table}.{missing}' as filter or in an "
                + "image; the table does not have it.");
        }
    }

    /// <summary>Privileges of Microsoft's tables cannot be judged here; those of one's own can.</summary>
    private static void CheckRole(PackageReading reading, TableCatalog catalog, RoleDefinition role)
    {
        foreach (string privilege in role.Privileges.Keys)
        {
            Match match = PrivilegePattern().Match(privilege);
            string table = match.Groups["table"].Value;
            bool isOwn = match.Success
                && table.StartsWith(reading.Manifest.Prefix + "_", StringComparison.OrdinalIgnoreCase);
            if (isOwn && !TableChecks.HasTable(reading, catalog, table.ToLowerInvariant()))
            {
                throw ImportFault.Because(ImportErrorCodes.Role,
                    $"customizations.xml: role '{role.Name}': the privilege '{privilege}' belongs to no table: "
                    + $"'{table}' is neither in the package nor here.");
            }
        }
    }

    private static void CheckFieldPermission(PackageReading reading, TableCatalog catalog, XElement permission)
    {
        string table = permission.Required("EntityName").ToLowerInvariant();
        string name = permission.Required("AttributeName").ToLowerInvariant();
        Column? column = reading.Tables.FirstOrDefault(defined => defined.LogicalName == table)?.Columns
                .FirstOrDefault(defined => defined.LogicalName == name)
            ?? catalog.Find(table)?.Find(name);
        if (column is null)
        {
            throw ImportFault.Because(ImportErrorCodes.FieldSecurityColumnMissing,
                $"{permission.Place()}: field permission for '{table}.{name}', which does not exist.");
        }

        if (!column.IsSecured)
        {
            throw ImportFault.Because(ImportErrorCodes.FieldSecurityNotSecurable,
                $"{permission.Place()}: field permission for '{table}.{name}', which is not secured. "
                + "Set IsSecured to 1 on the column.");
        }
    }

    [GeneratedRegex("^prv(Create|Read|Write|Delete|AppendTo|Append|Assign|Share)(?<table>.+)$")]
    private static partial Regex PrivilegePattern();
}
