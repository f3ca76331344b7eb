using System;
using CrmExtensions.Domain.Loyalty;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Stores;

/// <summary>A programme's settings with what only the platform knows of it.</summary>
internal sealed class RunningProgramme
{
    public Programme Settings { get; init; } = new();

    public string Name { get; init; } = "";

    /// <summary>Null where the programme names a zone that the platform does not know.</summary>
    public ProgrammeZone? Zone { get; init; }

    /// <summary>Limits of tiers were changed: tiers stand still until somebody re-evaluates them on purpose.</summary>
    public bool TiersAwaitReevaluation { get; init; }

    /// <summary>Null: the base currency.</summary>
    public EntityReference? Currency { get; init; }

    public Domain.Day Today(DateTime now) => (Zone ?? ProgrammeZone.Utc).DayAt(now);
}
