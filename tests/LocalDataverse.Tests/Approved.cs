using System.IO;
using System.Runtime.CompilerServices;

namespace Dataverse.Local.Tests;

/// <summary>Compares text with the approved file beside the test; writes what came instead, to be read and approved by
/// renaming it.</summary>
internal static class Approved
{
    public static void Check(string received, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string verified = File.Exists(stem + ".verified.txt") ? File.ReadAllText(stem + ".verified.txt") : "";
        if (verified == received) File.Delete(stem + ".received.txt");
        else File.WriteAllText(stem + ".received.txt", received);
        Assert.Equal(verified, received);
    }
}
