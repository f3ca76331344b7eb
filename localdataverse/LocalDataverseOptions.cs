using System;
using System.Collections.Generic;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Limits;
using Dataverse.Local.Messages.Relations;
using Dataverse.Local.Plugins;
using Dataverse.Local.Sales;

namespace Dataverse.Local;

/// <summary>What an environment is like when it is opened; every default suits a test.</summary>
public sealed class LocalDataverseOptions
{
    /// <summary>SQLite file of the environment, created when missing; null keeps everything in memory.</summary>
    public string? Path { get; init; }

    /// <summary>The only source of time: created on, relative date conditions, <c>OperationCreatedOn</c>.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>ISO code of the base currency; fixed for good when the environment is created.</summary>
    public string BaseCurrency { get; init; } = "EUR";

    /// <summary>LCIDs with labels; the first one is the base language.</summary>
    public IReadOnlyList<int> Languages { get; init; } = [1033, 1031];

    /// <summary>Unique name that plugins see as <c>OrganizationName</c>.</summary>
    public string OrganizationName { get; init; } = "local";

    /// <summary>
    /// How much a request may ask for and how long it may take: as in the cloud, each limit can be switched off.
    /// </summary>
    public PlatformLimits Limits { get; init; } = new();

    /// <summary>
    /// How long a writer waits for another one on the same file before it gets the platform's SQL timeout.
    /// </summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What happens when plugins read columns of a row without its lock and write the row in the same transaction.
    /// </summary>
    public ConflictCheck Conflicts { get; init; }

    /// <summary>What may be chosen where public sources do not say how Dynamics 365 Sales behaves.</summary>
    public SalesOptions Sales { get; init; } = new();

    /// <summary>Which events a merge raises; public sources do not say.</summary>
    public MergeOptions Merge { get; init; } = new();

    /// <summary>Null: the environment loads its plugin DLLs for itself and lets go of them in the end.</summary>
    public PluginCache? Plugins { get; init; }

    /// <summary>
    /// True: the index of a new alternate key is built by <see cref="LocalDataverse.RunAsyncJobs"/>, as in the cloud by
    /// a background job; until then the key finds no rows and refuses no duplicates.
    /// </summary>
    public bool KeyIndexesInBackground { get; init; }

    /// <summary>
    /// Null: a new one when the environment is created. A file keeps the id that it was created with.
    /// </summary>
    public Guid? OrganizationId { get; init; }
}
