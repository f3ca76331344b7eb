using System;
using System.IO;

namespace CrmExtensions.Solution.Tests.Concurrency;

/// <summary>Where an environment of a test lies that several connections share; gone afterwards.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("crm-extensions").FullName;

    public string Path => System.IO.Path.Combine(directory, "environment.db");

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
