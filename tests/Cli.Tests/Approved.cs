using System.Runtime.CompilerServices;

namespace CrmExtensions.Cli.Tests;

/// <summary>
/// Compares a text with the reviewed file `Approved/NAME.approved.txt` beside the tests. A difference writes
/// `NAME.received.txt` next to it; after a look at the difference, rename that file to accept it.
/// </summary>
internal static class Approved
{
    public static void Is(string text, string name, [CallerFilePath] string caller = "")
    {
        text = text.TrimEnd() + "\n";
        string folder = Path.Combine(Root(caller), "Approved");
        string approved = Path.Combine(folder, $"{name}.approved.txt");
        string received = Path.Combine(folder, $"{name}.received.txt");
        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Fail($"{name} differs from the approved text; compare Approved/{name}.received.txt with it.\n{text}");
    }

    private static string Root(string caller)
    {
        string folder = Path.GetDirectoryName(caller)!;
        while (!File.Exists(Path.Combine(folder, "Cli.Tests.csproj"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
