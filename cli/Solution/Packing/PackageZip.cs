using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;

namespace CrmExtensions.Cli.Solution.Packing;

/// <summary>
/// Writes the zip so that the same parts give the same bytes: fixed time, given order, no attributes of the machine
/// that packs.
/// </summary>
internal static class PackageZip
{
    private const uint CentralHeader = 0x02014b50;
    private const int HostOffset = 5;

    // The earliest time a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in parts)
            {
                ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Time;
                entry.ExternalAttributes = 0;
                using Stream target = entry.Open();
                target.Write(content);
            }
        }

        byte[] bytes = stream.ToArray();
        ForgetHost(bytes);
        return bytes;
    }

    /// <summary>
    /// .NET notes the operating system in each entry of the directory: 0 (FAT) is what every reader knows.
    /// </summary>
    private static void ForgetHost(byte[] zip)
    {
        int end = zip.Length - 22;
        int position = BitConverter.ToInt32(zip, end + 16);
        while (BitConverter.ToUInt32(zip, position) == CentralHeader)
        {
            zip[position + HostOffset] = 0;
            position += 46 + BitConverter.ToUInt16(zip, position + 28) + BitConverter.ToUInt16(zip, position + 30)
                + BitConverter.ToUInt16(zip, position + 32);
        }
    }
}
