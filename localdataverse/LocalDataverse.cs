using System;
using System.Collections.Generic;
using System.IO;
using Dataverse.Local.Async;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Import;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Registration;
using Dataverse.Local.Security;
using Dataverse.Local.Store;
using Dataverse.Local.Tracing;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local;

/// <summary>
/// A Dataverse environment inside this process: tables, rows, plugins. Several environments may be open at once; one
/// environment may be called from several threads. In memory their requests wait for one another; on a file reads run
/// beside a writer, and several environments, of several processes too, may have the same file open.
/// </summary>
public sealed class LocalDataverse : IDisposable
{
    private readonly Engine _engine;

    private LocalDataverse(Engine engine) => _engine = engine;

    /// <summary>Id of the organisation row.</summary>
    public Guid OrganizationId => _engine.Identity.OrganizationId;

    /// <summary>The user of <see cref="Connect"/> without a user.</summary>
    public Guid AdministratorId => _engine.Identity.AdministratorId;

    /// <summary>SYSTEM, in whose name plugins work when they ask for a service of user null.</summary>
    public Guid SystemUserId => _engine.Identity.SystemUserId;

    /// <summary>The root business unit.</summary>
    public Guid BusinessUnitId => _engine.Identity.BusinessUnitId;

    /// <summary>The clock given in the options.</summary>
    public TimeProvider Clock => _engine.Clock;

    /// <summary>Every table and relationship, platform and own.</summary>
    public TableCatalog Tables => _engine.Tables;

    /// <summary>Calls of the organisation service since opening or the last reset.</summary>
    public RequestCounter Requests => _engine.Requests;

    /// <summary>Possible lost updates that <see cref="LocalDataverseOptions.Conflicts"/> has found, oldest first.
    /// </summary>
    public IReadOnlyList<RowConflict> Conflicts => _engine.Conflicts.Found;

    /// <summary>Number of system jobs that <see cref="RunAsyncJobs"/> would run now.</summary>
    public int WaitingJobs => _engine.Jobs.Waiting;

    /// <summary>When the next system job is due, UTC; null: none waits for a time.</summary>
    public DateTime? NextJobDue => _engine.Jobs.NextDue;

    /// <summary>System jobs that wait, were suspended, have failed or were cancelled, oldest first.</summary>
    public IReadOnlyList<JobInfo> Jobs => JobList.Read(_engine);

    /// <summary>Steps in order of registration, switched-off ones included.</summary>
    public IReadOnlyList<Step> Steps => _engine.Registry.Steps;

    /// <summary>Custom APIs by unique name.</summary>
    public IReadOnlyList<CustomApi> CustomApis => _engine.Registry.CustomApis;

    /// <summary>Roles, web resources, forms, views and whatever else imported solutions have brought.</summary>
    public IReadOnlyList<SolutionPart> SolutionParts => _engine.Registry.Parts;

    /// <summary>For the parts of this assembly.</summary>
    internal Engine Engine => _engine;

    /// <summary>
    /// Opens an environment, and creates it when there is none: one organisation, one business unit, two users (the
    /// system administrator and SYSTEM), three roles.
    /// </summary>
    public static LocalDataverse Open(LocalDataverseOptions? options = null)
    {
        options ??= new LocalDataverseOptions();
        TableCatalog tables = TableCatalog.OfPlatform();
        Database database = Database.Open(options.Path, tables, options.LockTimeout);
        Identity identity = SampleOrganization.IdentityOf(options, database);
        LocalDataverse opened = new(new Engine(options, tables, database, identity));
        try
        {
            opened.Prepare();
            return opened;
        }
        catch (Exception)
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Imports a packed solution, managed or unmanaged, as a whole or not at all. A higher version updates, the same
    /// version is applied again, a lower one is refused. A defect of the package faults with the platform's code.
    /// </summary>
    public ImportResult Import(string path, ImportOptions? options = null)
    {
        using FileStream zip = File.OpenRead(path);
        return Import(zip, options);
    }

    /// <summary>The same from a stream, which is read to its end.</summary>
    public ImportResult Import(Stream zip, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(zip);
        return Import(SolutionPackage.Read(zip), options);
    }

    /// <summary>The same of a package that was read before, for whoever imports it into several environments.</summary>
    public ImportResult Import(SolutionPackage package, ImportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(package);
        return new SolutionImporter(_engine).Import(package, options ?? new ImportOptions());
    }

    /// <summary>A service for a user; null: the system administrator.</summary>
    public IOrganizationService Connect(Guid? userId = null)
    {
        Guid user = userId ?? AdministratorId;
        return new PipelineClient(_engine, new Caller
        {
            UserId = user,
            InitiatingUserId = user,
            Origin = RequestOrigin.Outside,
        });
    }

    /// <summary>
    /// A service for a user in whose name another one works, who needs <c>prvActOnBehalfOfAnotherUser</c>: a request
    /// may do what both may.
    /// </summary>
    public IOrganizationService ConnectOnBehalf(Guid userId, Guid impersonatorId) =>
        new PipelineClient(_engine, new Caller
        {
            UserId = userId,
            InitiatingUserId = userId,
            ImpersonatorId = impersonatorId,
            Origin = RequestOrigin.Outside,
        });

    /// <summary>
    /// Creates a user in the root business unit with the roles of these names: imported ones, "Basic User",
    /// "System Customizer", "System Administrator" or one of <see cref="AddRole"/>. Without a role he may do nothing.
    /// </summary>
    public Guid AddUser(string name, params string[] roles) => new Principals(_engine).AddUser(name, roles);

    /// <summary>
    /// Creates a security role, or adds to the one of this name: privileges such as <c>prvReadAccount</c>, all in one
    /// depth. Names that belong to no table and no message here are refused.
    /// </summary>
    public Guid AddRole(string name, PrivilegeDepth depth, params string[] privileges) =>
        new Principals(_engine).AddRole(name, depth, privileges);

    /// <summary>
    /// Runs the system jobs that are due now by the clock, and those that they set off, in order, on this thread.
    /// Returns the number of runs. Failed jobs stay as asyncoperation rows with their message.
    /// </summary>
    public int RunAsyncJobs() => KeyIndexJobs.Run(_engine) + _engine.Jobs.Drain();

    /// <summary>
    /// For tests with a clock of their own: goes from one due time to the next, up to the end, and runs what is due at
    /// each. <paramref name="setClock"/> must set the clock of the options to the UTC time that it is given.
    /// </summary>
    public int RunAsyncJobsUntil(DateTime end, Action<DateTime> setClock)
    {
        ArgumentNullException.ThrowIfNull(setClock);
        return new JobCalendar(_engine).RunUntil(end, setClock);
    }

    /// <summary>
    /// Records what the action sets off on this thread; jobs are part of it if it calls RunAsyncJobs.
    /// </summary>
    public OperationTrace Trace(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return _engine.Recorder.Record(work);
    }

    /// <summary>
    /// Makes the plugin types, custom APIs and activities of a DLL available (built for .NET Framework or .NET). An
    /// assembly of the same name is replaced. Registrations made directly are not kept in a file.
    /// </summary>
    public PluginAssembly RegisterAssembly(byte[] content)
    {
        PluginAssembly assembly = AssemblyReader.Read(content);
        _engine.Registry.Add(assembly);
        _engine.Plugins.Forget(assembly.Name);
        return assembly;
    }

    /// <summary>Registers a step of a type that a registered assembly has.</summary>
    public Step RegisterStep(Step step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _engine.Plugins.TypeOf(step.PluginType);
        _engine.Registry.Add(step);
        DirectRegistration.Keep(_engine, step);
        return step;
    }

    /// <summary>Registers a message of one's own.</summary>
    public CustomApi RegisterCustomApi(CustomApi api)
    {
        ArgumentNullException.ThrowIfNull(api);
        if (api.PluginType is not null)
        {
            _engine.Plugins.TypeOf(api.PluginType);
        }

        _engine.Registry.Add(api);
        return api;
    }

    /// <summary>Runs a custom workflow activity as a workflow would; returns its output arguments.</summary>
    public IDictionary<string, object> RunActivity(ActivityCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return ActivityRunner.Run(_engine, call);
    }

    /// <summary>Closes the database; an environment in memory is gone.</summary>
    public void Dispose() => _engine.Dispose();

    private void Prepare()
    {
        SampleOrganization.Seed(_engine);
        SolutionRestore.Run(_engine);
        _engine.Jobs.Load();
    }
}
