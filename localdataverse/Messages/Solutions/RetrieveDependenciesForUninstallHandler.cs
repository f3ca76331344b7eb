using System.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>What would stop the uninstall, as rows of dependency.</summary>
internal sealed class RetrieveDependenciesForUninstallHandler : IMessageHandler
{
    public string Message => "RetrieveDependenciesForUninstall";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string name = request.Required<string>("SolutionUniqueName");
        if (!operation.Engine.Solutions.Has(name))
        {
            throw Fault.Because(ErrorCodes.ObjectDoesNotExist, $"Solution '{name}' was not found.");
        }

        SolutionInventory leaving = operation.Engine.Solutions.Leaving(name, null);
        EntityCollection rows = new(DependencySearch.Find(operation.Session, leaving).Select(RowOf).ToList())
        {
            EntityName = "dependency",
        };
        return new OrganizationResponse
        {
            ResponseName = Message,
            Results = new ParameterCollection { ["EntityCollection"] = rows },
        };
    }

    private static Entity RowOf(Dependency dependency) => new(
        "dependency", NameId.Of("dependency", $"{dependency.Required.Id:N}|{dependency.Dependent.Id:N}"))
    {
        ["dependencytype"] = new OptionSetValue(2),
        ["requiredcomponenttype"] = new OptionSetValue(dependency.Required.Type),
        ["requiredcomponentobjectid"] = dependency.Required.Id,
        ["dependentcomponenttype"] = new OptionSetValue(dependency.Dependent.Type),
        ["dependentcomponentobjectid"] = dependency.Dependent.Id,
    };
}
