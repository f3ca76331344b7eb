using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Faults that another try may not meet. The platform repeats an asynchronous step only if it is asked to; the sweep
/// finds what still failed.
/// </summary>
internal static class TransientFault
{
    private const int ConcurrencyVersionMismatch = unchecked((int)0x80060882);
    private const int DuplicateKey = unchecked((int)0x80040237);
    private const int SqlTimeout = unchecked((int)0x80044151);
    private const int SqlError = unchecked((int)0x80044150);

    /// <summary>Two refreshes of a customer at once: the later one finds what the other wrote.</summary>
    public static void Retried(Action work)
    {
        try
        {
            work();
        }
        catch (FaultException<OrganizationServiceFault> fault) when (IsTransient(fault.Detail.ErrorCode))
        {
            throw new InvalidPluginExecutionException(OperationStatus.Retry, fault.Message);
        }
    }

    private static bool IsTransient(int code) =>
        code is ConcurrencyVersionMismatch or DuplicateKey or SqlTimeout or SqlError;
}
