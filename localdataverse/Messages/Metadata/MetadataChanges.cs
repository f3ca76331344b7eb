using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>What the messages that create metadata do to the catalog.</summary>
internal sealed class MetadataChanges
{
    private readonly TableCatalog _catalog;

    public MetadataChanges(TableCatalog catalog) => _catalog = catalog;

    public Table AddTable(EntityMetadata entity, AttributeMetadata primaryName)
    {
        string schemaName = entity.SchemaName ?? throw QueryFault.Argument("The entity has no SchemaName.");
        string name = schemaName.ToLowerInvariant();
        if (_catalog.Find(name) is not null)
            throw QueryFault.Argument($"An entity with the name {name} exists already.");
        Column nameColumn = new ColumnMetadataReader(_catalog, name).Read(primaryName);
        Table table = new()
        {
            LogicalName = name, SchemaName = schemaName, IsCustom = true, PrimaryId = name + "id",
            PrimaryName = nameColumn.LogicalName, IsActivity = entity.IsActivity == true,
            EntitySetName = entity.EntitySetName ?? name + "s", Labels = Labels.Read(entity.DisplayName),
            CollectionLabels = Labels.Read(entity.DisplayCollectionName),
            Descriptions = Labels.Read(entity.Description),
            Ownership = entity.OwnershipType == OwnershipTypes.OrganizationOwned
                ? Ownership.Organization
                : Ownership.User,
        };
        return _catalog.Add(table, [Id(table), nameColumn, State(name), Status(name)]);
    }

    public Column AddColumn(string tableName, AttributeMetadata attribute)
    {
        Table table = _catalog.Get(tableName);
        Column column = new ColumnMetadataReader(_catalog, tableName).Read(attribute);
        if (table.Find(column.LogicalName) is not null)
        {
            throw QueryFault.Argument(
                $"An attribute with the name {column.LogicalName} exists already in {tableName}.");
        }

        if (column.Choices is { IsGlobal: false } && column.Choices.Options.Count == 0)
        {
            throw QueryFault.Argument($"The choice {column.LogicalName} has no options.");
        }

        _catalog.AddColumn(table, column);
        if (column.Type == ColumnType.Money) _catalog.AddColumn(table, ColumnMetadataReader.BaseOf(column));
        return column;
    }

    public Relationship AddOneToMany(OneToManyRelationshipMetadata written, LookupAttributeMetadata lookup)
    {
        Table parent = _catalog.Get(written.ReferencedEntity);
        Table child = _catalog.Get(written.ReferencingEntity);
        lookup.Targets = [parent.LogicalName];
        Column column = AddColumn(child.LogicalName, lookup);
        CascadeConfiguration cascade = written.CascadeConfiguration ?? new CascadeConfiguration();
        Relationship relationship = new()
        {
            SchemaName = written.SchemaName, ReferencedTable = parent.LogicalName, ReferencedColumn = parent.PrimaryId,
            ReferencingTable = child.LogicalName, ReferencingColumn = column.LogicalName, IsCustom = true,
            ReferencedNavigation = written.ReferencedEntityNavigationPropertyName ?? written.SchemaName,
            ReferencingNavigation = written.ReferencingEntityNavigationPropertyName ?? column.SchemaName,
            IsHierarchical = written.IsHierarchical == true, OnAssign = Rule(cascade.Assign),
            OnDelete = cascade.Delete is null ? Cascade.RemoveLink : Rule(cascade.Delete),
            OnReparent = Rule(cascade.Reparent), OnShare = Rule(cascade.Share), OnUnshare = Rule(cascade.Unshare),
            OnMerge = Rule(cascade.Merge),
        };
        _catalog.AddRelationship(relationship);
        return relationship;
    }

    public Relationship AddManyToMany(string intersect, ManyToManyRelationshipMetadata written)
    {
        string schemaName = written.SchemaName ?? throw QueryFault.Argument("The relationship has no SchemaName.");
        bool isTaken = _catalog.FindRelationship(schemaName) is not null
            || _catalog.Find(intersect.ToLowerInvariant()) is not null;
        if (isTaken)
        {
            throw QueryFault.Argument(
                $"A relationship with the name {schemaName} or an entity with the name {intersect} exists already.");
        }

        Relationship relationship = IntersectTables.Complete(_catalog, new Relationship
        {
            SchemaName = schemaName, Kind = RelationshipKind.ManyToMany,
            ReferencedTable = written.Entity1LogicalName ?? "", ReferencedColumn = "",
            ReferencingTable = written.Entity2LogicalName ?? "", ReferencingColumn = "",
            ReferencedNavigation = written.Entity1NavigationPropertyName ?? schemaName,
            ReferencingNavigation = written.Entity2NavigationPropertyName ?? schemaName,
            IntersectTable = intersect.ToLowerInvariant(),
        });
        _catalog.AddRelationship(relationship);
        return relationship;
    }

    public AlternateKey AddKey(
        string tableName, EntityKeyMetadata written, KeyIndexStatus status = KeyIndexStatus.Active)
    {
        string name = written.SchemaName ?? written.LogicalName
            ?? throw QueryFault.Argument("The key has no SchemaName.");
        AlternateKey key = new(name.ToLowerInvariant(), written.KeyAttributes ?? [])
        {
            SchemaName = name, Labels = Labels.Read(written.DisplayName), IndexStatus = status,
        };
        if (key.Columns.Count == 0) throw QueryFault.Argument($"The key {key.LogicalName} has no columns.");
        _catalog.AddKey(_catalog.Get(tableName), key);
        return key;
    }

    /// <summary>A new global choice; one of the same name faults.</summary>
    public ChoiceSet AddChoices(OptionSetMetadataBase written)
    {
        if (_catalog.FindGlobalChoice(written.Name ?? "") is not null)
        {
            throw QueryFault.Argument($"An option set with the name {written.Name} exists already.");
        }

        return PutChoices(written);
    }

    public ChoiceSet PutChoices(OptionSetMetadataBase written)
    {
        if (written is not OptionSetMetadata options)
            throw QueryFault.Refused($"the option set {written.GetType().Name}");
        options.IsGlobal = true;
        ChoiceSet choices = ChoiceMetadata.Read(options, "");
        _catalog.AddGlobalChoice(choices);
        return choices;
    }

    private static Cascade Rule(CascadeType? type) => (Cascade)(type ?? CascadeType.NoCascade);

    private static Column Id(Table table) => new()
    {
        LogicalName = table.PrimaryId, SchemaName = table.SchemaName + "Id", Type = ColumnType.UniqueIdentifier,
        RequiredLevel = RequiredLevel.System, ValidForUpdate = false, Labels = table.Labels,
    };

    private static Column State(string table) => new()
    {
        LogicalName = "statecode", SchemaName = "statecode", Type = ColumnType.State, Labels = new("Status"),
        RequiredLevel = RequiredLevel.System,
        Choices = new(table + "_statecode",
        [
            new(0, new("Active")) { DefaultStatus = 1, InvariantName = "Active" },
            new(1, new("Inactive")) { DefaultStatus = 2, InvariantName = "Inactive" },
        ]),
    };

    private static Column Status(string table) => new()
    {
        LogicalName = "statuscode", SchemaName = "statuscode", Type = ColumnType.Status, Labels = new("Status Reason"),
        Choices = new(
            table + "_statuscode", [new(1, new("Active")) { State = 0 }, new(2, new("Inactive")) { State = 1 }]),
    };
}
