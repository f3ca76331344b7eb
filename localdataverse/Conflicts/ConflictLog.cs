using System.Collections.Generic;
using System.Threading;

namespace Dataverse.Local.Conflicts;

/// <summary>The conflicts of one environment, and what is done about them.</summary>
internal sealed class ConflictLog
{
    private readonly ConflictCheck _check;
    private readonly Lock _gate = new();
    private readonly List<RowConflict> _found = [];

    public ConflictLog(ConflictCheck check) => _check = check;

    public IReadOnlyList<RowConflict> Found
    {
        get
        {
            lock (_gate)
            {
                return _found.ToArray();
            }
        }
    }

    /// <summary>Before a transaction is committed.</summary>
    public void Report(IReadOnlyList<RowConflict> conflicts)
    {
        lock (_gate)
        {
            _found.AddRange(conflicts);
        }

        if (_check == ConflictCheck.Fail)
        {
            throw new ConflictException(conflicts);
        }
    }
}
