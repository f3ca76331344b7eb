using System;

namespace Microsoft.Xrm.Sdk.Workflow;

/// <summary>The table that an EntityReference argument points to; the designer asks for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReferenceTargetAttribute : Attribute
{
    public ReferenceTargetAttribute(string entityName)
    {
        EntityName = entityName;
    }

    public string EntityName { get; }
}
