using System;
using System.IO;

namespace Dataverse.Local.Http;

/// <summary>How an environment is served; every default suits a developer's machine.</summary>
public sealed class LocalServerOptions
{
    /// <summary>TCP port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Largest request body in bytes; a larger one is answered with 413.</summary>
    public long MaxBodyBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Most bytes that the answers of one batch have together: its thousand requests could ask for gigabytes that have
    /// to be kept until the last of them is answered.
    /// </summary>
    public long MaxBatchAnswerBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>After every writing request the waiting system jobs run, as soon as the answer is on its way.</summary>
    public bool RunsAsyncJobs { get; init; } = true;

    /// <summary>
    /// Delayed and daily jobs run when they are due by the environment's clock, which is asked at least this often.
    /// Default one minute, at least one second.
    /// </summary>
    public TimeSpan JobInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets whatever went wrong inside the server itself, with its stack trace.</summary>
    public TextWriter Errors { get; init; } = TextWriter.Null;
}
