namespace CrmExtensions.Xrm.Schema;

/// <summary>A table without rows: who may create one may call the custom APIs.</summary>
internal static class ApiPermission
{
    public const string Table = "crmx_apipermission";
    public const string CallPrivilege = "prvCreatecrmx_ApiPermission";
}
