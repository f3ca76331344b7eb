using System;
using System.Collections.Generic;
using System.Linq;

namespace Dataverse.Local.Metadata;

/// <summary>The relationships of a catalog at one moment, by name and by table; never changes.</summary>
internal sealed class RelationshipIndex
{
    private readonly Dictionary<string, Relationship> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<Relationship>> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Relationship>> _parents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Relationship>> _manyToMany = new(StringComparer.Ordinal);

    public RelationshipIndex(IReadOnlyCollection<Relationship> all)
    {
        All = all;
        foreach (Relationship relationship in all)
        {
            _byName.Add(relationship.SchemaName, relationship);
            if (relationship.Kind == RelationshipKind.OneToMany)
            {
                File(_children, relationship.ReferencedTable, relationship);
                File(_parents, relationship.ReferencingTable, relationship);
            }
            else
            {
                File(_manyToMany, relationship.ReferencedTable, relationship);
                if (relationship.ReferencingTable != relationship.ReferencedTable)
                {
                    File(_manyToMany, relationship.ReferencingTable, relationship);
                }
            }
        }
    }

    public IReadOnlyCollection<Relationship> All { get; }

    public Relationship? Find(string schemaName) => _byName.GetValueOrDefault(schemaName);

    public IReadOnlyList<Relationship> ChildrenOf(string table) => Filed(_children, table);

    public IReadOnlyList<Relationship> ParentsOf(string table) => Filed(_parents, table);

    public IReadOnlyList<Relationship> ManyToManyOf(string table) => Filed(_manyToMany, table);

    private static void File(Dictionary<string, List<Relationship>> files, string table, Relationship relationship)
    {
        if (!files.TryGetValue(table, out List<Relationship>? file)) files.Add(table, file = new());
        file.Add(relationship);
    }

    private static IReadOnlyList<Relationship> Filed(Dictionary<string, List<Relationship>> files, string table) =>
        files.TryGetValue(table, out List<Relationship>? file) ? file : [];
}
