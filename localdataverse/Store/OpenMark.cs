using System;
using System.IO;
using System.Threading;

namespace Dataverse.Local.Store;

/// <summary>An empty file beside the database that says that the environment is open. The operating system gives the
/// hold back when a process dies, so the first to open the file after a crash knows that it is alone. The database
/// file itself must not be held: SQLite's own locks on it would be lost with the first handle that is closed.</summary>
internal sealed class OpenMark : IDisposable
{
    private const int Attempts = 50;
    private const int PauseMilliseconds = 20;

    private readonly string _path;
    private readonly FileStream _held;

    private OpenMark(string path, FileStream held, bool wasFirst)
    {
        _path = path;
        _held = held;
        WasFirst = wasFirst;
    }

    /// <summary>Nobody else had the database open.</summary>
    public bool WasFirst { get; }

    public static OpenMark On(string databasePath)
    {
        string path = databasePath + "-open";
        for (int attempt = 1; ; attempt++)
        {
            bool isFirst = TryAlone(path);
            if (Hold(path, mayFail: attempt < Attempts) is FileStream held) return new OpenMark(path, held, isFirst);
            Thread.Sleep(PauseMilliseconds);
        }
    }

    /// <summary>The last one takes the mark away.</summary>
    public void Dispose()
    {
        _held.Dispose();
        if (File.Exists(_path) && TryAlone(_path)) File.Delete(_path);
    }

    private static bool TryAlone(string path)
    {
        try
        {
            using FileStream alone = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Null: somebody is looking whether he is alone, which takes no time.</summary>
    private static FileStream? Hold(string path, bool mayFail)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (IOException) when (mayFail)
        {
            return null;
        }
    }
}
