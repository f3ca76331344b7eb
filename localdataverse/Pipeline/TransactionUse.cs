namespace Dataverse.Local.Pipeline;

/// <summary>How a message meets the transaction.</summary>
internal enum TransactionUse
{
    /// <summary>Joins the caller's, or opens its own.</summary>
    Required,

    /// <summary>Reads only: opens one only if steps are registered.</summary>
    ReadOnly,

    /// <summary>Never opens one: the requests inside have their own (ExecuteMultiple).</summary>
    Suppressed,
}
