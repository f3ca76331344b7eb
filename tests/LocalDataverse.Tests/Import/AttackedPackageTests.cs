using System;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Text;
using Dataverse.Local.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Import;

/// <summary>Whatever the bytes are: a package is imported whole, or refused with a fault and leaves no trace.</summary>
public sealed class AttackedPackageTests : IDisposable
{
    private const int Runs = 150;
    private readonly LocalDataverse _local = LocalDataverse.Open();

    public void Dispose() => _local.Dispose();

    [Fact]
    public void A_zip_that_was_cut_off_anywhere_is_refused()
    {
        byte[] whole = Sample().ToArray();

        foreach (int length in Enumerable.Range(1, 40).Select(n => whole.Length * n / 41))
        {
            Assert.Throws<FaultException<OrganizationServiceFault>>(
                () => _local.Import(new MemoryStream(whole, 0, length)));
        }

        AssertNoTrace();
    }

    [Fact]
    public void Changed_bytes_are_imported_or_refused_never_anything_else()
    {
        byte[] whole = Sample().ToArray();
        Random random = new(4711);
        int refused = 0;
        for (int run = 0; run < Runs; run++)
        {
            byte[] changed = (byte[])whole.Clone();
            for (int i = random.Next(1, 6); i > 0; i--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            using LocalDataverse local = LocalDataverse.Open();
            try
            {
                local.Import(new MemoryStream(changed));
            }
            catch (FaultException<OrganizationServiceFault>)
            {
                refused++;
                Assert.Empty(local.Connect().RetrieveMultiple(new QueryExpression("solution")).Entities);
            }
        }

        Assert.True(refused > Runs / 3, $"{refused} of {Runs} were refused");
    }

    [Fact]
    public void A_file_that_is_not_in_its_encoding_is_refused_with_its_name() =>
        Refuses(ImportErrorCodes.NotWellFormed, "customapis/acme_Ask/customapi.xml", new SolutionBuilder()
            .Part("customapis/acme_Ask/customapi.xml",
                [.. "<customapi uniquename=\"acme_"u8, 0xC3, 0x28, .. "\"/>"u8]));

    [Fact]
    public void A_file_in_UTF_16_is_read_as_its_declaration_says()
    {
        _local.Import(new SolutionBuilder()
            .Part("customapis/acme_Ask/customapi.xml",
            [
                .. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes("<?xml version=\"1.0\" encoding=\"utf-16\"?>"
                    + "<customapi uniquename=\"acme_Ask\"><name>x</name></customapi>"),
            ])
            .Pack());

        Assert.Equal("acme_Ask", _local.CustomApis.Single().UniqueName);
    }

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><customapi uniquename=\"acme_&b;\" />")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><customapi uniquename=\"acme_Ask\" />")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><customapi uniquename=\"&x;\" />")]
    public void Entities_inside_a_component_are_refused(string xml) =>
        Refuses(ImportErrorCodes.NotWellFormed, "DTD",
            new SolutionBuilder().Part("customapis/acme_Ask/customapi.xml", xml));

    [Fact]
    public void A_zip_inside_the_zip_is_not_opened()
    {
        ImportResult result = _local.Import(new SolutionBuilder()
            .Part("WebResources/inner.xml", Sample().ToArray()).Pack());

        Assert.Contains(result.Kept, kept => kept.Name == "WebResources/inner.xml");
        Assert.Null(_local.Tables.Find("acme_thing"));
    }

    [Fact]
    public void XML_that_is_nested_deeply_is_refused_before_the_stack_ends()
    {
        string deep = string.Concat(Enumerable.Repeat("<a>", 50_000))
            + string.Concat(Enumerable.Repeat("</a>", 50_000));

        Refuses(ImportErrorCodes.NotWellFormed, "nested", new SolutionBuilder()
            .Part("customapis/acme_Ask/customapi.xml", $"<customapi uniquename=\"acme_Ask\">{deep}</customapi>"));
    }

    private static MemoryStream Sample() => new SolutionBuilder()
        .Table("acme_thing", Snippets.Table("acme_Thing", Snippets.Column("acme_Count", "int")))
        .With("WebResources", Snippets.WebResource(
            new Guid("33333333-0000-4000-8000-000000000001"), "acme_/x.js", "WebResources/acme_xjs"))
        .Part("WebResources/acme_xjs", "content")
        .Root(61, "acme_/x.js")
        .Pack();

    private void Refuses(int code, string text, SolutionBuilder builder)
    {
        OrganizationServiceFault fault = Assert.Throws<FaultException<OrganizationServiceFault>>(
            () => _local.Import(builder.Pack())).Detail;
        Assert.Equal(code, fault.ErrorCode);
        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
        AssertNoTrace();
    }

    private void AssertNoTrace()
    {
        Assert.Empty(_local.Connect().RetrieveMultiple(new QueryExpression("solution")).Entities);
        Assert.Empty(_local.CustomApis);
        Assert.Null(_local.Tables.Find("acme_thing"));
    }
}
