using System;
using System.IO;

namespace CrmExtensions.Tests;

/// <summary>The folder with the solution file, from wherever the tests were built to.</summary>
internal static class RepositoryRoot
{
    private const string Marker = "CrmExtensions.sln";

    public static string Path { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string start)
    {
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, Marker))) return folder.FullName;
        }

        throw new InvalidOperationException($"{Marker} stands in no folder above {start}.");
    }
}
