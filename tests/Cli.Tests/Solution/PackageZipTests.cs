using System.IO.Compression;
using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Packing;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class PackageZipTests
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    [Fact]
    public void The_same_parts_give_the_same_bytes() =>
        Assert.Equal(
            PackageZip.Write(new SmallSolution().Pack().AllParts()),
            PackageZip.Write(new SmallSolution().Pack().AllParts()));

    [Fact]
    public void Entries_carry_no_trace_of_time_or_machine()
    {
        byte[] bytes = PackageZip.Write(new SmallSolution().Pack().AllParts());

        using ZipArchive zip = new(new MemoryStream(bytes));
        Assert.All(zip.Entries, entry =>
        {
            Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime);
            Assert.Equal(0, entry.ExternalAttributes);
        });
        Assert.All(HostsOf(bytes), host => Assert.Equal(0, host));
        Assert.Equal(zip.Entries.Count, HostsOf(bytes).Count);
    }

    [Fact]
    public void The_documents_lie_at_the_root_and_the_content_types_come_last()
    {
        using ZipArchive zip = Zip();

        List<string> names = [.. zip.Entries.Select(entry => entry.FullName)];
        Assert.Equal(["customizations.xml", "solution.xml"], names[..2]);
        Assert.Equal("[Content_Types].xml", names[^1]);
        Assert.DoesNotContain(names, name => name.EndsWith('/') || name.Contains('\\'));
    }

    [Fact]
    public void Every_part_has_a_content_type()
    {
        using ZipArchive zip = Zip();
        XElement types = XElement.Load(zip.GetEntry("[Content_Types].xml")!.Open());
        HashSet<string> extensions = [.. types.Elements(Types + "Default")
            .Select(item => (string)item.Attribute("Extension")!)];
        HashSet<string> parts = [.. types.Elements(Types + "Override")
            .Select(item => (string)item.Attribute("PartName")!)];

        IEnumerable<string> invisible = zip.Entries.Select(entry => entry.FullName)
            .Where(name => name != "[Content_Types].xml")
            .Where(name => !extensions.Contains(Path.GetExtension(name).TrimStart('.')) && !parts.Contains("/" + name));
        Assert.Empty(invisible);
        Assert.Single(parts);
    }

    private static ZipArchive Zip() => new(new MemoryStream(PackageZip.Write(new SmallSolution().Pack().AllParts())));

    /// <summary>The operating system that each entry of the central directory names.</summary>
    private static List<byte> HostsOf(byte[] zip)
    {
        byte[] signature = [0x50, 0x4b, 0x01, 0x02];
        return [.. Enumerable.Range(0, zip.Length - signature.Length)
            .Where(position => zip.AsSpan(position, signature.Length).SequenceEqual(signature))
            .Select(position => zip[position + 5])];
    }
}
