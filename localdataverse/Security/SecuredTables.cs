using System.Collections.Concurrent;
using System.Collections.Generic;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Security;

/// <summary>How every table of one environment is secured, worked out once; a new relationship drops it all.</summary>
internal sealed class SecuredTables
{
    private readonly TableCatalog _catalog;
    private volatile Known _known;

    public SecuredTables(TableCatalog catalog)
    {
        _catalog = catalog;
        _known = new Known(catalog.Relationships);
    }

    public TableSecurity Of(Table table)
    {
        Known known = _known;
        if (!ReferenceEquals(known.Relationships, _catalog.Relationships))
        {
            _known = known = new Known(_catalog.Relationships);
        }

        return known.Tables.TryGetValue(table, out TableSecurity? security)
            ? security
            : known.Tables.GetOrAdd(table, TableSecurity.Of(table, _catalog));
    }

    private sealed class Known
    {
        public Known(IReadOnlyCollection<Relationship> relationships) => Relationships = relationships;

        public IReadOnlyCollection<Relationship> Relationships { get; }

        public ConcurrentDictionary<Table, TableSecurity> Tables { get; } = new();
    }
}
