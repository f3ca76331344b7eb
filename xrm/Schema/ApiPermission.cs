namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// A table without rows, whose privileges say who may call which custom APIs: clerks, supervisors, administrators.
/// </summary>
internal static class ApiPermission
{
    public const string Table = "crmx_apipermission";
    public const string CallPrivilege = "prvCreatecrmx_ApiPermission";
    public const string SupervisorPrivilege = "prvWritecrmx_ApiPermission";
}
