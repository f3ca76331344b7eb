using System.Collections.Concurrent;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Messages.Rows;

/// <summary>The profiles of one environment's tables.</summary>
internal sealed class TableProfiles
{
    private readonly ConcurrentDictionary<string, TableProfile> _profiles = new();

    public TableProfile Of(Table table)
    {
        if (_profiles.TryGetValue(table.LogicalName, out TableProfile? profile) && profile.Version == table.Version)
        {
            return profile;
        }

        profile = new TableProfile(table);
        _profiles[table.LogicalName] = profile;
        return profile;
    }
}
