namespace CrmExtensions.Xrm.Jobs;

/// <summary>The numbers of the choice crmx_severity.</summary>
internal enum HealthSeverity
{
    Information = 0,
    Warning = 1,
    Error = 2,
}
