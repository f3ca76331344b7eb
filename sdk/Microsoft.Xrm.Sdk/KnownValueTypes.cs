using System;
using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a column or a parameter may hold beside the serializer's own primitives.</summary>
internal static class KnownValueTypes
{
    public static IEnumerable<Type> All() => new[]
    {
        typeof(AliasedValue),
        typeof(Entity),
        typeof(Entity[]),
        typeof(EntityCollection),
        typeof(EntityReference),
        typeof(EntityReferenceCollection),
        typeof(Label),
        typeof(LocalizedLabel),
        typeof(Money),
        typeof(OptionSetValue),
        typeof(OptionSetValueCollection),
        typeof(BooleanManagedProperty),
        typeof(Relationship),
        typeof(Query.ColumnSet),
        typeof(Query.FetchExpression),
        typeof(Query.QueryByAttribute),
        typeof(Query.QueryExpression),
        typeof(Guid[]),
        typeof(string[]),
        typeof(byte[]),
    };
}
