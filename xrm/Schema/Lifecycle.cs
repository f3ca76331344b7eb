namespace CrmExtensions.Xrm.Schema;

/// <summary>The numbers of the choice crmx_memberlifecycle.</summary>
internal enum Lifecycle
{
    Active = 0,
    Frozen = 1,
    Left = 2,
    Merged = 3,
    Erased = 4,
}
