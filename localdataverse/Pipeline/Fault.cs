using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>The one way in which the engine refuses: as the platform would, code and text included.</summary>
public static class Fault
{
    /// <summary>
    /// Code: one of <see cref="ErrorCodes"/>; message: the platform's text with its values filled in.
    /// </summary>
    public static FaultException<OrganizationServiceFault> Because(int errorCode, string message) =>
        From(new OrganizationServiceFault { ErrorCode = errorCode, Message = message });

    /// <summary>A message, parameter or value that Dataverse has and the local one does not.</summary>
    public static FaultException<OrganizationServiceFault> NotSupported(string what) =>
        Because(ErrorCodes.NotSupported, $"{what} is not supported by the local Dataverse.");

    internal static FaultException<OrganizationServiceFault> From(OrganizationServiceFault detail) =>
        new(detail, new FaultReason(detail.Message));
}
