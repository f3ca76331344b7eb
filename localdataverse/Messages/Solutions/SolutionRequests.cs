using System;
using System.ServiceModel;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>What the messages that import have in common: parameters, transaction, import job.</summary>
internal static class SolutionRequests
{
    /// <summary>Parameters that change what an import does, and that nothing here can do.</summary>
    private static readonly string[] Unsupported =
        ["ComponentParameters", "LayerDesiredOrder", "SolutionParameters", "StageSolutionUploadId", "TemplateSuffix"];

    public static void RefuseUnsupported(OrganizationRequest request)
    {
        foreach (string name in Unsupported)
        {
            if (request.Parameters.TryGetValue(name, out object? value) && value is not null)
            {
                throw Fault.NotSupported($"The parameter '{name}' of '{request.RequestName}'");
            }
        }

        if (request.Optional<bool>("IsTemplateMode"))
        {
            throw Fault.NotSupported($"The parameter 'IsTemplateMode' of '{request.RequestName}'");
        }
    }

    /// <summary>
    /// The import is one transaction, the import job another one: a failed import leaves nothing but its job.
    /// </summary>
    public static ImportResult Import(OrganizationRequest request, Operation operation, ImportMode mode)
    {
        byte[] zip = request.Required<byte[]>("CustomizationFile");
        ImportOptions options = new()
        {
            Mode = mode,
            PublishWorkflows = request.Optional<bool>("PublishWorkflows"),
            OverwriteUnmanagedCustomizations = request.Optional<bool>("OverwriteUnmanagedCustomizations"),
        };
        if (operation.Unit.InTransaction)
        {
            throw Fault.NotSupported($"'{request.RequestName}' inside a transaction or a synchronous plug-in");
        }

        Guid id = request.Optional<Guid>("ImportJobId");
        ImportJob job = new(operation, id == Guid.Empty ? operation.Engine.Ids.Next() : id);
        job.Start();
        try
        {
            ImportResult result = InTransaction(operation, unit =>
                new SolutionImporter(operation.Engine).Import(unit, SolutionPackage.Of(zip), options));
            job.Succeed(result);
            return result;
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            job.Fail(refused.Detail);
            throw;
        }
    }

    private static ImportResult InTransaction(Operation operation, Func<UnitOfWork, ImportResult> work)
    {
        UnitOfWork unit = operation.Unit;
        unit.Begin();
        try
        {
            ImportResult result = work(unit);
            operation.Engine.Jobs.Add(unit.Commit());
            return result;
        }
        catch
        {
            unit.Rollback();
            throw;
        }
    }
}
