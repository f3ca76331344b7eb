using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk;

/// <summary>
/// One row, or the changed part of one. A missing column and a column that holds null are different things: an update
/// leaves the first alone and empties the second. Names of columns are case-sensitive.
/// </summary>
[DataContract(Name = "Entity", Namespace = ContractNamespace.Xrm2011)]
public class Entity : IExtensibleDataObject
{
    private AttributeCollection _attributes;
    private FormattedValueCollection _formattedValues;
    private KeyAttributeCollection _keyAttributes;
    private RelatedEntityCollection _relatedEntities;

    public Entity()
        : this(null)
    {
    }

    public Entity(string entityName)
    {
        LogicalName = entityName;
    }

    public Entity(string entityName, Guid id)
    {
        LogicalName = entityName;
        Id = id;
    }

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
    {
        LogicalName = entityName;
        KeyAttributes = keyAttributes;
    }

    public Entity(string entityName, string keyName, object keyValue)
    {
        LogicalName = entityName;
        KeyAttributes.Add(keyName, keyValue);
    }

    [DataMember]
    public AttributeCollection Attributes
    {
        get => _attributes ??= new AttributeCollection();
        set => _attributes = value;
    }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues
    {
        get => _formattedValues ??= new FormattedValueCollection();
        set => _formattedValues = value;
    }

    public bool HasLazyFileAttribute { get; set; }

    [DataMember]
    public virtual Guid Id { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => _keyAttributes ??= new KeyAttributeCollection();
        set => _keyAttributes = value;
    }

    public string LazyFileAttributeKey { get; set; }

    public Lazy<object> LazyFileAttributeValue { get; set; }

    public string LazyFileSizeAttributeKey { get; set; }

    public int LazyFileSizeAttributeValue { get; set; }

    [DataMember]
    public string LogicalName { get; set; }

    [DataMember]
    public RelatedEntityCollection RelatedEntities
    {
        get => _relatedEntities ??= new RelatedEntityCollection();
        set => _relatedEntities = value;
    }

    [DataMember]
    public string RowVersion { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }

    /// <summary>Throws for a column that is not there; <see cref="GetAttributeValue{T}"/> does not.</summary>
    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    /// <summary>The default of T for a column that is missing or null; otherwise a hard cast, no conversion.</summary>
    public virtual T GetAttributeValue<T>(string attributeLogicalName)
    {
        AssertName(attributeLogicalName, nameof(attributeLogicalName));
        return Attributes.TryGetValue(attributeLogicalName, out var value) && value != null ? (T)value : default;
    }

    /// <summary>False also when the column holds null or another type.</summary>
    public bool TryGetAttributeValue<T>(string attributeKey, out T result)
    {
        if (Attributes.TryGetValue(attributeKey, out var value) && value is T typed)
        {
            result = typed;
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>Shares the collections with this row: a change of one is seen in the other.</summary>
    public T ToEntity<T>()
        where T : Entity
    {
        if (typeof(T) != typeof(Entity))
            AssertConvertible(typeof(T));
        var target = (T)Activator.CreateInstance(typeof(T));
        ShareWith(target);
        return target;
    }

    /// <summary>Takes over the row version, but not the alternate key.</summary>
    public EntityReference ToEntityReference() => new EntityReference(LogicalName, Id) { RowVersion = RowVersion };

    protected virtual string GetFormattedAttributeValue(string attributeLogicalName)
    {
        AssertName(attributeLogicalName, nameof(attributeLogicalName));
        return FormattedValues.TryGetValue(attributeLogicalName, out var value) ? value : null;
    }

    protected virtual IEnumerable<TEntity> GetRelatedEntities<TEntity>(
        string relationshipSchemaName,
        EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        return RelatedEntities.TryGetValue(relationship, out var related) ? related.Entities.Cast<TEntity>() : null;
    }

    protected virtual TEntity GetRelatedEntity<TEntity>(string relationshipSchemaName, EntityRole? primaryEntityRole)
        where TEntity : Entity
    {
        var related = GetRelatedEntities<TEntity>(relationshipSchemaName, primaryEntityRole);
        return related?.FirstOrDefault();
    }

    protected virtual void SetAttributeValue(string attributeLogicalName, object value)
    {
        AssertName(attributeLogicalName, nameof(attributeLogicalName));
        Attributes[attributeLogicalName] = value;
    }

    /// <summary>Null takes the relationship away.</summary>
    protected virtual void SetRelatedEntities<TEntity>(
        string relationshipSchemaName,
        EntityRole? primaryEntityRole,
        IEnumerable<TEntity> entities)
        where TEntity : Entity
    {
        var relationship = RelationshipOf(relationshipSchemaName, primaryEntityRole);
        if (entities == null)
            RelatedEntities.Remove(relationship);
        else
            RelatedEntities[relationship] = new EntityCollection(entities.Cast<Entity>().ToList());
    }

    /// <summary>Null takes the relationship away.</summary>
    protected virtual void SetRelatedEntity<TEntity>(
        string relationshipSchemaName,
        EntityRole? primaryEntityRole,
        TEntity entity)
        where TEntity : Entity =>
        SetRelatedEntities(relationshipSchemaName, primaryEntityRole, entity == null ? null : new[] { entity });

    private static Relationship RelationshipOf(string relationshipSchemaName, EntityRole? primaryEntityRole)
    {
        AssertName(relationshipSchemaName, nameof(relationshipSchemaName));
        return new Relationship(relationshipSchemaName) { PrimaryEntityRole = primaryEntityRole };
    }

    private static void AssertName(string name, string parameter)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(parameter);
    }

    private void AssertConvertible(Type target)
    {
        var expected = target.GetCustomAttribute<EntityLogicalNameAttribute>(true)?.LogicalName;
        if (string.IsNullOrWhiteSpace(LogicalName))
            throw new NotSupportedException("LogicalName must be set before calling ToEntity()");
        if (LogicalName != expected)
            throw new NotSupportedException("Cannot convert entity " + LogicalName + " to " + expected);
    }

    private void ShareWith(Entity target)
    {
        target.LogicalName = LogicalName;
        target.Id = Id;
        target.EntityState = EntityState;
        target.RowVersion = RowVersion;
        target.Attributes = Attributes;
        target.FormattedValues = FormattedValues;
        target.KeyAttributes = KeyAttributes;
        target.RelatedEntities = RelatedEntities;
        target.ExtensionData = ExtensionData;
    }
}
