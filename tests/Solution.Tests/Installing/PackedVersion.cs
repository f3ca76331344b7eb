using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using CrmExtensions.Solution.Tests.Packaging;

namespace CrmExtensions.Solution.Tests.Installing;

/// <summary>The packed zip as a later release of the same content would be: only the version differs.</summary>
internal static class PackedVersion
{
    public static byte[] Of(string version)
    {
        using var stream = new MemoryStream();
        byte[] packed = File.ReadAllBytes(PackedZip.Path);
        stream.Write(packed, 0, packed.Length);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            string manifest = Encoding.UTF8.GetString(PackedZip.Bytes("solution.xml")).TrimStart('\uFEFF');
            int start = manifest.IndexOf("<Version>", StringComparison.Ordinal);
            int end = manifest.IndexOf("</Version>", StringComparison.Ordinal);
            zip.GetEntry("solution.xml")!.Delete();
            using Stream entry = zip.CreateEntry("solution.xml").Open();
            entry.Write(Encoding.UTF8.GetBytes(manifest[..start] + "<Version>" + version + manifest[end..]));
        }

        return stream.ToArray();
    }
}
