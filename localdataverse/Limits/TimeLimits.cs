using System;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Store;

namespace Dataverse.Local.Limits;

/// <summary>The time that operations and plugins may take, by the clock of the environment.</summary>
internal sealed class TimeLimits
{
    private readonly PlatformLimits _limits;
    private readonly TimeProvider _clock;

    public TimeLimits(PlatformLimits limits, TimeProvider clock)
    {
        _limits = limits;
        _clock = clock;
    }

    /// <summary>A plugin begins; null: it may take as long as it likes.</summary>
    public PluginDeadline? Start(string typeName) =>
        _limits.Plugin is TimeSpan most ? new PluginDeadline(typeName, most, _clock) : null;

    /// <summary>A request from outside begins, or one within ExecuteMultiple.</summary>
    public void Start(UnitOfWork unit) => unit.StartedOn = _clock.GetUtcNow();

    /// <summary>A request within another one begins: whoever is late gets no further.</summary>
    public void CheckRequest(Caller caller)
    {
        caller.Context?.Deadline?.Check();
        CheckStep(caller.Unit);
    }

    /// <summary>A step has ended; null: it ran as a system job, which belongs to no operation.</summary>
    public void CheckStep(UnitOfWork? unit)
    {
        if (unit is not null && IsOver(unit))
        {
            throw Fault.Because(ErrorCodes.SandboxClientPluginTimeout, FaultText.SandboxTimeout);
        }
    }

    /// <summary>Nothing that took too long is saved.</summary>
    public void CheckCommit(UnitOfWork unit)
    {
        if (IsOver(unit))
        {
            throw StoreFault.SqlTimedOut();
        }
    }

    private bool IsOver(UnitOfWork unit) => _clock.GetUtcNow() - unit.StartedOn > _limits.Operation;
}
