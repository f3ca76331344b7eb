using System;
using System.Runtime.InteropServices;

namespace Dataverse.Local.Store;

/// <summary>The calls that are made for every column of every row, straight into SQLite's library. The binding of the
/// package guards its handle at each call, which takes longer than the calls themselves; a <see cref="Statement"/>
/// holds its handle for as long as it is read.</summary>
internal static class NativeColumns
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_column_type")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    public static extern int Type(IntPtr statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_int64")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    public static extern long Int64(IntPtr statement, int ordinal);

    [DllImport(Library, EntryPoint = "sqlite3_column_double")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    [SuppressGCTransition]
    public static extern double Double(IntPtr statement, int ordinal);
}
