namespace Dataverse.Local.Pipeline;

/// <summary>Who called the organisation service.</summary>
public enum RequestOrigin
{
    /// <summary>A client: Connect, the Web API.</summary>
    Outside,

    /// <summary>A synchronous plugin, a custom API or an activity, within its caller's request.</summary>
    Plugin,

    /// <summary>A plugin that runs as a system job.</summary>
    Job,

    /// <summary>The engine itself, on behalf of another message (ExecuteMultiple, cascades).</summary>
    Platform,
}
