using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>
/// Reads tables with columns and keys. Relationships and global choices are read before, as columns need them.
/// </summary>
internal sealed class TableReader
{
    private static readonly Dictionary<string, string> SystemLookups = new(StringComparer.Ordinal)
    {
        ["createdby"] = "systemuser",
        ["createdonbehalfby"] = "systemuser",
        ["modifiedby"] = "systemuser",
        ["modifiedonbehalfby"] = "systemuser",
        ["owninguser"] = "systemuser",
        ["owningteam"] = "team",
        ["owningbusinessunit"] = "businessunit",
        ["organizationid"] = "organization",
        ["transactioncurrencyid"] = "transactioncurrency",
    };

    private readonly PackageReading _reading;
    private readonly ColumnReader _columns;
    private readonly ILookup<string, string> _targets;

    public TableReader(PackageReading reading, TableCatalog catalog)
    {
        _reading = reading;
        _columns = new ColumnReader(
            name => reading.Choices.GetValueOrDefault(name) ?? catalog.FindGlobalChoice(name), TargetsOf);
        _targets = reading.Relationships
            .Where(definition => definition.Relationship.Kind == RelationshipKind.OneToMany)
            .ToLookup(
                definition =>
                    definition.Relationship.ReferencingTable + "." + definition.Relationship.ReferencingColumn,
                definition => definition.Relationship.ReferencedTable,
                StringComparer.Ordinal);
    }

    public void Read()
    {
        foreach (XElement xml in _reading.Customizations.Section("Entities", "Entity"))
        {
            TableDefinition table = ReadTable(xml);
            if (_reading.Tables.Any(known => known.LogicalName == table.LogicalName))
            {
                throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                    $"{xml.Place()}: the table '{table.LogicalName}' is in the package twice.");
            }

            _reading.Tables.Add(table);
            _reading.Define(ComponentType.Table, table.LogicalName, null, xml);
        }
    }

    private TableDefinition ReadTable(XElement xml)
    {
        string schemaName = xml.Required("Name");
        string logicalName = schemaName.ToLowerInvariant();
        XElement? entity = xml.Element("EntityInfo")?.Element("entity");
        Column[] columns = [.. ReadColumns(logicalName, entity)];
        bool isOwn = IsOwn(entity, columns);
        TableDefinition table = new()
        {
            LogicalName = logicalName,
            SchemaName = schemaName,
            Own = isOwn ? ReadSettings(schemaName, entity!, columns) : null,
            Xml = xml,
        };
        table.Columns.AddRange(columns);
        foreach (XElement key in entity?.Section("EntityKeys", "EntityKey") ?? [])
        {
            table.Keys.Add(ReadKey(key));
        }

        return table;
    }

    /// <summary>
    /// An own table brings settings and primary key. A table of somebody else that is included with its settings
    /// brings no columns of that publisher.
    /// </summary>
    private static bool IsOwn(XElement? entity, Column[] columns)
    {
        bool hasSettings = entity?.Text("EntitySetName") is not null && entity.Text("OwnershipTypeMask") is not null;
        if (!hasSettings || !columns.Any(column => IsPrimaryKey(entity!, column)))
        {
            return false;
        }

        return columns.Any(column => column.IsPrimaryName) ? true : throw PartXml.Invalid(
            entity!, "attributes", string.Empty, "an nvarchar attribute with PrimaryName in its DisplayMask");
    }

    private IEnumerable<Column> ReadColumns(string table, XElement? entity)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (XElement xml in entity?.Section("attributes", "attribute") ?? [])
        {
            if ((string?)xml.Attribute("unmodified") == "1")
            {
                continue;
            }

            Column column = _columns.Read(table, xml);
            if (!seen.Add(column.LogicalName))
            {
                throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                    $"{xml.Place()}: the column '{table}.{column.LogicalName}' is defined twice.");
            }

            RefuseLookupWithoutRelationship(table, column, xml);
            yield return column;
        }
    }

    private void RefuseLookupWithoutRelationship(string table, Column column, XElement xml)
    {
        bool needed = column.IsCustom && column.Type is ColumnType.Lookup or ColumnType.Customer;
        int relationships = _targets[table + "." + column.LogicalName].Count();
        int expected = column.Type == ColumnType.Customer ? 2 : 1;
        if (needed && relationships < expected)
        {
            throw ImportFault.Because(ImportErrorCodes.LookupWithoutRelationship,
                $"{xml.Place()}: the following attributes {column.LogicalName} of entity {table} are missing their "
                + $"associated relationship definition in customizations xml: {expected} needed, {relationships} "
                + "found. Define them in EntityRelationships (a customer column: one to account, one to contact).");
        }
    }

    private IReadOnlyList<string> TargetsOf(string table, string column)
    {
        string[] named = [.. _targets[table + "." + column].Distinct(StringComparer.Ordinal)];
        return named.Length > 0 ? named
            : SystemLookups.TryGetValue(column, out string? system) ? [system]
            : [];
    }

    private static Table ReadSettings(string schemaName, XElement entity, Column[] columns)
    {
        Column key = columns.First(column => IsPrimaryKey(entity, column));
        return new Table
        {
            LogicalName = schemaName.ToLowerInvariant(),
            SchemaName = schemaName,
            EntitySetName = entity.Required("EntitySetName"),
            PrimaryId = key.LogicalName,
            PrimaryName = columns.First(column => column.IsPrimaryName).LogicalName,
            Ownership = ReadOwnership(entity),
            Labels = Labels.Read(entity.Element("LocalizedNames")),
            CollectionLabels = Labels.Read(entity.Element("LocalizedCollectionNames")),
            Descriptions = Labels.Read(entity.Element("Descriptions")),
            IsActivity = entity.Flag("IsActivity"),
            IsCustom = true,
        };
    }

    private static bool IsPrimaryKey(XElement entity, Column column) =>
        column.Type == ColumnType.UniqueIdentifier
        && entity.Section("attributes", "attribute").Any(xml =>
            xml.Text("Type") == "primarykey" && xml.RequiredAttribute("PhysicalName") == column.SchemaName);

    private static Ownership ReadOwnership(XElement entity) => entity.Required("OwnershipTypeMask") switch
    {
        "UserOwned" => Ownership.User,
        "OrgOwned" => Ownership.Organization,
        "None" => Ownership.None,
        string other => throw PartXml.Invalid(entity, "OwnershipTypeMask", other, "UserOwned, OrgOwned or None"),
    };

    private static AlternateKey ReadKey(XElement xml)
    {
        string schemaName = xml.Required("Name");
        string[] columns = [.. xml.Section("EntityKeyAttributes", "AttributeName")
            .Select(name => name.Value.Trim().ToLowerInvariant())];
        if (columns.Length == 0)
        {
            throw PartXml.Invalid(xml, "EntityKeyAttributes", string.Empty, "at least one AttributeName");
        }

        return new AlternateKey(xml.Text("LogicalName") ?? schemaName.ToLowerInvariant(), columns)
        {
            SchemaName = schemaName,
            Labels = Labels.Read(xml.Element("displaynames")),
        };
    }
}
