using System;
using System.Globalization;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Limits;

/// <summary>When one run of a plugin is over its time. Nobody is interrupted: the plugin is stopped at its next
/// request, or its work is taken back when it ends.</summary>
internal sealed class PluginDeadline
{
    private readonly string _typeName;
    private readonly TimeSpan _most;
    private readonly TimeProvider _clock;
    private readonly DateTimeOffset _begun;

    public PluginDeadline(string typeName, TimeSpan most, TimeProvider clock)
    {
        _typeName = typeName;
        _most = most;
        _clock = clock;
        _begun = clock.GetUtcNow();
    }

    private bool IsOver => _clock.GetUtcNow() - _begun > _most;

    /// <summary>Called at each request of the plugin, and when it has ended.</summary>
    public void Check()
    {
        if (IsOver)
        {
            throw Timeout(null);
        }
    }

    /// <summary>
    /// What a late plugin makes of its exceptions does not count: the platform has stopped it. A fault that it lets
    /// through, of a plugin further in perhaps, says more.
    /// </summary>
    public Exception CauseOf(Exception thrown) =>
        thrown is TimeoutException or FaultException<OrganizationServiceFault> || !IsOver ? thrown : Timeout(thrown);

    private TimeoutException Timeout(Exception? inner)
    {
        string minutes = _most.TotalMinutes.ToString("0.##", CultureInfo.InvariantCulture);
        return new TimeoutException(
            $"Couldn't complete execution of the {_typeName} plug-in within the {minutes}-minute limit.", inner);
    }
}
