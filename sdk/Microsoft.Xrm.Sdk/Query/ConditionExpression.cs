using System.Collections;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>
/// A collection given as <see cref="ICollection"/> is taken apart into <see cref="Values"/>; anything else that is no
/// <c>object[]</c> stays one value (<see cref="FilterExpression.AddCondition(string, ConditionOperator, object[])"/>
/// keeps an <c>int[]</c> whole).
/// </summary>
[DataContract(Name = "ConditionExpression", Namespace = ContractNamespace.Xrm2011)]
public sealed class ConditionExpression : IExtensibleDataObject
{
    private DataCollection<object> _values;

    public ConditionExpression()
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator)
        : this(null, attributeName, conditionOperator)
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, ICollection values)
        : this(null, attributeName, conditionOperator, values?.Cast<object>().ToArray())
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, object value)
        : this(null, attributeName, conditionOperator, new[] { value })
    {
    }

    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, params object[] values)
        : this(null, attributeName, conditionOperator, values)
    {
    }

    public ConditionExpression(
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object value)
        : this(null, attributeName, conditionOperator, compareColumns, new[] { value })
    {
    }

    public ConditionExpression(
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object[] values)
        : this(null, attributeName, conditionOperator, compareColumns, values)
    {
    }

    public ConditionExpression(string entityName, string attributeName, ConditionOperator conditionOperator)
        : this(entityName, attributeName, conditionOperator, (object[])null)
    {
    }

    public ConditionExpression(
        string entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        object value)
        : this(entityName, attributeName, conditionOperator, new[] { value })
    {
    }

    public ConditionExpression(
        string entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        params object[] values)
        : this(entityName, attributeName, conditionOperator, false, values)
    {
    }

    public ConditionExpression(
        string entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object value)
        : this(entityName, attributeName, conditionOperator, compareColumns, new[] { value })
    {
    }

    public ConditionExpression(
        string entityName,
        string attributeName,
        ConditionOperator conditionOperator,
        bool compareColumns,
        object[] values)
    {
        EntityName = entityName;
        AttributeName = attributeName;
        Operator = conditionOperator;
        CompareColumns = compareColumns;
        Values.AddRange(values);
    }

    [DataMember]
    public string AttributeName { get; set; }

    /// <summary>The values are names of columns of the same row.</summary>
    [DataMember]
    public bool CompareColumns { get; set; }

    /// <summary>Name or alias of the linked table that has the column; null is the table of the filter.</summary>
    [DataMember(Order = 60)]
    public string EntityName { get; set; }

    [DataMember]
    public ConditionOperator Operator { get; set; }

    [DataMember]
    public DataCollection<object> Values
    {
        get => _values ??= new DataCollection<object>();
        internal set => _values = value;
    }

    public ExtensionDataObject ExtensionData { get; set; }
}
