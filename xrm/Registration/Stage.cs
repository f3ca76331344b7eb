namespace CrmExtensions.Xrm.Registration;

/// <summary>When a step runs, in the platform's numbers. Pre-validation may stand outside the transaction.</summary>
internal enum Stage
{
    PreValidation = 10,
    PreOperation = 20,
    PostOperation = 40,
}
