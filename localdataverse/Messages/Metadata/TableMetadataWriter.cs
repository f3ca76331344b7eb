using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Relationship = Dataverse.Local.Metadata.Relationship;

namespace Dataverse.Local.Messages.Metadata;

/// <summary>A table of the catalog as the SDK's entity metadata: as much of it as the filters ask for.</summary>
internal sealed class TableMetadataWriter
{
    private readonly TableCatalog _catalog;
    private readonly int _language;
    private readonly ColumnMetadataWriter _columns;

    public TableMetadataWriter(TableCatalog catalog, int language)
    {
        _catalog = catalog;
        _language = language;
        _columns = new ColumnMetadataWriter(language);
    }

    public EntityMetadata Write(Table table, EntityFilters filters)
    {
        EntityMetadata entity = new()
        {
            LogicalName = table.LogicalName, SchemaName = table.SchemaName, EntitySetName = table.EntitySetName,
            LogicalCollectionName = table.EntitySetName, MetadataId = MetadataIds.OfTable(table.LogicalName),
            DisplayName = Labels.Write(table.Labels, _language),
            DisplayCollectionName = Labels.Write(table.CollectionLabels, _language),
            Description = Labels.Write(table.Descriptions, _language), IsActivity = table.IsActivity,
            IsCustomizable = new BooleanManagedProperty(true),
            OwnershipType = table.Ownership switch
            {
                Ownership.User => OwnershipTypes.UserOwned,
                Ownership.Organization => OwnershipTypes.OrganizationOwned,
                _ => OwnershipTypes.None,
            },
        };
        ReadOnlyProperty.Set(entity, nameof(entity.ObjectTypeCode), (int?)table.ObjectTypeCode);
        ReadOnlyProperty.Set(entity, nameof(entity.PrimaryIdAttribute), table.PrimaryId);
        ReadOnlyProperty.Set(entity, nameof(entity.PrimaryNameAttribute), table.PrimaryName);
        ReadOnlyProperty.Set(entity, nameof(entity.IsCustomEntity), (bool?)table.IsCustom);
        ReadOnlyProperty.Set(entity, nameof(entity.IsIntersect), (bool?)table.IsIntersect);
        ReadOnlyProperty.Set(
            entity, nameof(entity.IsOptimisticConcurrencyEnabled), (bool?)(table.Find("versionnumber") is not null));
        if (filters.HasFlag(EntityFilters.Attributes)) AddColumns(entity, table);
        if (filters.HasFlag(EntityFilters.Relationships)) AddRelationships(entity, table);
        return entity;
    }

    public AttributeMetadata Write(Table table, Column column) => _columns.Write(table, column);

    public static RelationshipMetadataBase Write(Relationship relationship) =>
        relationship.Kind == RelationshipKind.OneToMany ? OneToMany(relationship) : ManyToMany(relationship);

    public EntityKeyMetadata Write(Table table, AlternateKey key)
    {
        EntityKeyMetadata written = new()
        {
            LogicalName = key.LogicalName, SchemaName = key.SchemaName, KeyAttributes = [.. key.Columns],
            DisplayName = Labels.Write(key.Labels, _language),
            MetadataId = MetadataIds.OfKey(table.LogicalName, key.LogicalName),
        };
        ReadOnlyProperty.Set(written, nameof(written.EntityLogicalName), table.LogicalName);
        ReadOnlyProperty.Set(written, nameof(written.EntityKeyIndexStatus), (EntityKeyIndexStatus)key.IndexStatus);
        return written;
    }

    private void AddColumns(EntityMetadata entity, Table table)
    {
        ReadOnlyProperty.Set(
            entity, nameof(entity.Attributes), table.OrderedColumns.Select(c => _columns.Write(table, c)).ToArray());
        ReadOnlyProperty.Set(entity, nameof(entity.Keys), table.Keys.Select(k => Write(table, k)).ToArray());
    }

    private void AddRelationships(EntityMetadata entity, Table table)
    {
        string name = table.LogicalName;
        ReadOnlyProperty.Set(
            entity, nameof(entity.OneToManyRelationships), All(_catalog.ChildrenOf(name), OneToMany));
        ReadOnlyProperty.Set(
            entity, nameof(entity.ManyToOneRelationships), All(_catalog.ParentsOf(name), OneToMany));
        ReadOnlyProperty.Set(
            entity, nameof(entity.ManyToManyRelationships), All(_catalog.ManyToManyOf(name), ManyToMany));
    }

    private static T[] All<T>(IEnumerable<Relationship> relationships, System.Func<Relationship, T> write) =>
        relationships.Select(write).ToArray();

    private static OneToManyRelationshipMetadata OneToMany(Relationship relationship) => new()
    {
        SchemaName = relationship.SchemaName, MetadataId = MetadataIds.OfRelationship(relationship.SchemaName),
        ReferencedEntity = relationship.ReferencedTable, ReferencedAttribute = relationship.ReferencedColumn,
        ReferencingEntity = relationship.ReferencingTable, ReferencingAttribute = relationship.ReferencingColumn,
        ReferencedEntityNavigationPropertyName = relationship.ReferencedNavigation,
        ReferencingEntityNavigationPropertyName = relationship.ReferencingNavigation,
        IsHierarchical = relationship.IsHierarchical, IsCustomRelationship = relationship.IsCustom,
        CascadeConfiguration = new CascadeConfiguration
        {
            Delete = (CascadeType)relationship.OnDelete, Assign = (CascadeType)relationship.OnAssign,
            Reparent = (CascadeType)relationship.OnReparent, Share = (CascadeType)relationship.OnShare,
            Unshare = (CascadeType)relationship.OnUnshare, Merge = (CascadeType)relationship.OnMerge,
            RollupView = CascadeType.NoCascade,
        },
    };

    private static ManyToManyRelationshipMetadata ManyToMany(Relationship relationship) => new()
    {
        SchemaName = relationship.SchemaName, MetadataId = MetadataIds.OfRelationship(relationship.SchemaName),
        Entity1LogicalName = relationship.ReferencedTable, Entity2LogicalName = relationship.ReferencingTable,
        Entity1IntersectAttribute = relationship.FirstIntersectColumn,
        Entity2IntersectAttribute = relationship.SecondIntersectColumn,
        Entity1NavigationPropertyName = relationship.ReferencedNavigation,
        Entity2NavigationPropertyName = relationship.ReferencingNavigation,
        IntersectEntityName = relationship.IntersectTable, IsCustomRelationship = relationship.IsCustom,
    };
}
