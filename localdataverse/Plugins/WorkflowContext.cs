using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Dataverse.Local.Plugins;

/// <summary>What a custom workflow activity is told: the context of its workflow's request.</summary>
internal sealed class WorkflowContext : IWorkflowContext
{
    private readonly PluginContext _context;

    public WorkflowContext(PluginContext context) => _context = context;

    public IWorkflowContext ParentContext => null!;

    public string StageName => "";

    /// <summary>0: a workflow, not a dialog.</summary>
    public int WorkflowCategory => 0;

    /// <summary>0 in a background job, 1 in the caller's transaction.</summary>
    public int WorkflowMode => _context.InJob ? 0 : 1;

    public int Mode => _context.Mode;

    public int IsolationMode => _context.IsolationMode;

    public int Depth => _context.Depth;

    public string MessageName => _context.MessageName;

    public string PrimaryEntityName => _context.PrimaryEntityName;

    public Guid? RequestId => _context.RequestId;

    public string SecondaryEntityName => _context.SecondaryEntityName;

    public ParameterCollection InputParameters => _context.InputParameters;

    public ParameterCollection OutputParameters => _context.OutputParameters;

    public ParameterCollection SharedVariables => _context.SharedVariables;

    public Guid UserId => _context.UserId;

    public Guid InitiatingUserId => _context.InitiatingUserId;

    public Guid BusinessUnitId => _context.BusinessUnitId;

    public Guid OrganizationId => _context.OrganizationId;

    public string OrganizationName => _context.OrganizationName;

    public Guid PrimaryEntityId => _context.PrimaryEntityId;

    public EntityImageCollection PreEntityImages => _context.PreEntityImages;

    public EntityImageCollection PostEntityImages => _context.PostEntityImages;

    public EntityReference OwningExtension => _context.OwningExtension;

    public Guid CorrelationId => _context.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => _context.IsInTransaction;

    public Guid OperationId => _context.OperationId;

    public DateTime OperationCreatedOn => _context.OperationCreatedOn;
}
