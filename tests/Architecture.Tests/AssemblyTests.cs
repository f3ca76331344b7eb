using Mono.Cecil;

namespace CrmExtensions.Architecture.Tests;

public sealed class AssemblyTests
{
    private static readonly string[] Allowed =
        ["mscorlib", "System", "System.Core", "System.Xml", "System.Xml.Linq", "System.Runtime.Serialization",
         "System.ServiceModel", "System.Numerics", "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy"];

    [Theory]
    [InlineData("plugins", "CrmExtensions.Plugins.dll", "")]
    [InlineData("workflows", "CrmExtensions.Workflows.dll", "System.Activities Microsoft.Xrm.Sdk.Workflow")]
    public void A_shipped_assembly_refers_to_what_the_sandbox_has(string folder, string dll, string more)
    {
        string[] allowed = [.. Allowed, .. more.Split(' ')];
        using AssemblyDefinition assembly = Load(folder, dll);

        Repository.AssertNone(
            assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Except(allowed),
            $"{dll} must run alone on the sandbox's .NET Framework 4.6.2 and the SDK.");
    }

    [Theory]
    [InlineData("plugins", "CrmExtensions.Plugins.dll")]
    [InlineData("workflows", "CrmExtensions.Workflows.dll")]
    public void A_shipped_assembly_is_signed_and_keeps_its_version(string folder, string dll)
    {
        using AssemblyDefinition assembly = Load(folder, dll);

        Assert.Equal(8, assembly.Name.PublicKeyToken.Length);
        Assert.Equal("1.0.0.0", assembly.Name.Version.ToString());
        Assert.True(assembly.MainModule.Attributes.HasFlag(ModuleAttributes.StrongNameSigned),
            "signed, not only delay-signed");
    }

    private static AssemblyDefinition Load(string folder, string dll)
    {
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return AssemblyDefinition.ReadAssembly(
            Path.Combine(Repository.Root, folder, "bin", configuration, "net462", dll));
    }
}
