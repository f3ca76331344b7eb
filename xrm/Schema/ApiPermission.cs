namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// A table without rows, whose privileges say who may call which custom APIs: clerks, supervisors, administrators.
/// </summary>
internal static class ApiPermission
{
    public const string Table = "crmx_apipermission";
    public const string CallPrivilege = "prvCreatecrmx_ApiPermission";

    /// <summary>For calls that need a supervisor: transfers, approvals, merges, imports.</summary>
    public const string SupervisorPrivilege = "prvWritecrmx_ApiPermission";

    /// <summary>For calls that change what many members have, or keep the machinery going.</summary>
    public const string AdministratorPrivilege = "prvDeletecrmx_ApiPermission";
}
