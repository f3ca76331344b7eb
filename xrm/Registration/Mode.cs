namespace CrmExtensions.Xrm.Registration;

/// <summary>
/// Inside the caller's transaction, or after its commit in the asynchronous queue (post-operation only).
/// </summary>
internal enum Mode
{
    Synchronous = 0,
    Asynchronous = 1,
}
