namespace Dataverse.Local.Pipeline;

/// <summary>Numbers are the platform's.</summary>
public enum StepMode
{
    /// <summary>In the caller's request.</summary>
    Synchronous = 0,

    /// <summary>As a system job, after the commit; only in stage <see cref="Stage.PostOperation"/>.</summary>
    Asynchronous = 1,
}
