using System;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm;

/// <summary>
/// One execution of a step or of a custom API: what the platform hands over, named. All data access goes through
/// <see cref="System"/>: whether the caller may do it was decided before (by roles, or by the API's privilege).
/// </summary>
public sealed class StepRun
{
    private readonly ITracingService tracing;
    private readonly IOrganizationServiceFactory factory;

    public StepRun(IServiceProvider services)
    {
        Context = Get<IPluginExecutionContext>(services);
        tracing = Get<ITracingService>(services);
        factory = Get<IOrganizationServiceFactory>(services);
        System = factory.CreateOrganizationService(null);
    }

    public IPluginExecutionContext Context { get; }

    /// <summary>Acts as the platform's SYSTEM user.</summary>
    public IOrganizationService System { get; }

    /// <summary>Acts with the rights of whoever called: for asking whether he may see a row.</summary>
    public IOrganizationService Caller => factory.CreateOrganizationService(Context.UserId);

    /// <summary>When the operation began, in UTC. The only clock: a replayed operation books at its own time.</summary>
    public DateTime Now => DateTime.SpecifyKind(Context.OperationCreatedOn, DateTimeKind.Utc);

    /// <summary>Who asked, whoever the step runs as.</summary>
    public Guid OriginatorId => Context.InitiatingUserId;

    /// <summary>In whose name the message came: whoever asked, or the user whom a plugin chose to act as.</summary>
    public Guid CallerId => Context.UserId;

    /// <summary>
    /// The row that the message writes. Setting a column before the main operation changes what is stored.
    /// </summary>
    public T Target<T>()
        where T : Entity => ((Entity)Context.InputParameters["Target"]).ToEntity<T>();

    public T PostImage<T>()
        where T : Entity => Context.PostEntityImages[Registration.StepAttribute.PostImageName].ToEntity<T>();

    public T PreImage<T>()
        where T : Entity => Context.PreEntityImages[Registration.StepAttribute.PreImageName].ToEntity<T>();

    public void Trace(string line) => tracing.Trace("{0}", line);

    /// <summary>An expected end without effect; the words are for whoever reads the trace.</summary>
    public void NothingToDo(string why) => Trace("Nothing to do: " + why);

    private static T Get<T>(IServiceProvider services) => (T)services.GetService(typeof(T));
}
