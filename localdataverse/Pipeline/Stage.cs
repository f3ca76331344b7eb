namespace Dataverse.Local.Pipeline;

/// <summary>Where in the pipeline a step runs; numbers are the platform's.</summary>
public enum Stage
{
    /// <summary>Before the transaction; for a nested request inside its caller's.</summary>
    PreValidation = 10,

    /// <summary>In the transaction, before the row is written; may change Target.</summary>
    PreOperation = 20,

    /// <summary>The platform's own work, and the place where a custom API's plugin runs.</summary>
    MainOperation = 30,

    /// <summary>In the transaction after the row is written; asynchronous steps run after the commit.</summary>
    PostOperation = 40,
}
