using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Solution.Tests.Packaging;

/// <summary>What customers import: the zip itself, not the source that it was packed from.</summary>
public sealed class PackedZipTests
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    [Fact]
    public void The_command_that_checks_the_solution_finds_nothing()
    {
        CrmxProcess run = CrmxProcess.Run("solution", "check");

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public void Packing_again_gives_the_same_bytes()
    {
        string again = Path.GetTempFileName();

        CrmxProcess run = CrmxProcess.Run("solution", "pack", "--managed-file", again);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal(File.ReadAllBytes(PackedZip.Path), File.ReadAllBytes(again));
        File.Delete(again);
    }

    [Fact]
    public void Every_part_has_a_content_type_so_that_the_reader_of_the_package_sees_it()
    {
        XElement types = PackedZip.Xml("[Content_Types].xml");
        HashSet<string> extensions = [.. Values(types, "Default", "Extension")];
        HashSet<string> parts = [.. Values(types, "Override", "PartName")];

        IEnumerable<string> invisible = PackedZip.Names().Where(name => name != "[Content_Types].xml"
            && !extensions.Contains(Path.GetExtension(name).TrimStart('.')) && !parts.Contains("/" + name));
        Assert.Empty(invisible);
        Assert.Empty(parts.Except(PackedZip.Names().Select(name => "/" + name)));
    }

    [Fact]
    public void Only_our_two_assemblies_ship_and_no_sdk_with_them() =>
        Assert.Equal(
            ["CrmExtensions.Plugins.dll", "CrmExtensions.Workflows.dll"],
            PackedZip.Names().Where(name => name.EndsWith(".dll")).Select(name => name.Split('/')[^1]).Order());

    [Theory]
    [InlineData("plugins", "CrmExtensions.Plugins")]
    [InlineData("workflows", "CrmExtensions.Workflows")]
    public void The_assembly_in_the_zip_is_the_one_that_was_built(string project, string assembly)
    {
        string part = PackedZip.Names().Single(name => name.EndsWith($"/{assembly}.dll"));
        string built = Path.Combine(
            PackedZip.Repository, project, "bin", PackedZip.Configuration, "net462", assembly + ".dll");

        Assert.Equal(File.ReadAllBytes(built), PackedZip.Bytes(part));
    }

    [Fact]
    public void The_script_in_the_zip_is_the_one_that_was_built()
    {
        XElement script = PackedZip.Xml("customizations.xml").Element("WebResources")!.Elements()
            .Single(resource => resource.Element("Name")!.Value == "crmx_/scripts/account.form.js");
        string built = Path.Combine(PackedZip.Repository, "webresources/dist/crmx_/scripts/account.form.js");

        Assert.Equal(File.ReadAllBytes(built), PackedZip.Bytes(script.Element("FileName")!.Value.TrimStart('/')));
    }

    /// <summary>Rows that only our code writes, as SYSTEM, after it has checked the caller.</summary>
    [Theory]
    [InlineData("LoyaltyEntry")]
    [InlineData("LoyaltyMember")]
    [InlineData("TierChange")]
    [InlineData("EntryNote")]
    [InlineData("Redemption")]
    [InlineData("Approval")]
    [InlineData("ImportBatch")]
    [InlineData("BudgetShard")]
    [InlineData("JobSlice")]
    [InlineData("Heartbeat")]
    [InlineData("HealthFinding")]
    public void No_role_may_create_change_or_delete_what_only_our_code_writes(string table)
    {
        string[] forbidden = ["Create", "Write", "Delete", "Assign", "Share", "Append"];

        Assert.DoesNotContain(
            Granted(PackedZip.Xml("customizations.xml").Element("Roles")!),
            name => name.EndsWith("crmx_" + table) && forbidden.Any(verb => name.StartsWith("prv" + verb)));
    }

    [Theory]
    [InlineData("LoyaltyProgram")]
    [InlineData("LoyaltyTier")]
    [InlineData("EarningRule")]
    [InlineData("Reward")]
    public void Only_the_administrator_changes_what_a_programme_promises(string table)
    {
        IEnumerable<string> changing = PackedZip.Xml("customizations.xml").Element("Roles")!.Elements("Role")
            .Where(role => Granted(role).Any(name => name.EndsWith("crmx_" + table) && !name.StartsWith("prvRead")))
            .Select(role => role.Attribute("name")!.Value);

        Assert.Equal(["CrmExtensions Loyalty Administrator"], changing);
    }

    /// <summary>Create, Write and Delete of the permission table stand for three classes of calls.</summary>
    [Theory]
    [InlineData("CrmExtensions Reader", "")]
    [InlineData("CrmExtensions Loyalty Clerk", "Create")]
    [InlineData("CrmExtensions Loyalty Supervisor", "Create Write")]
    [InlineData("CrmExtensions Loyalty Administrator", "Create Delete Write")]
    public void Each_role_may_call_what_its_work_needs(string role, string calls)
    {
        XElement definition = PackedZip.Xml("customizations.xml").Element("Roles")!.Elements("Role")
            .Single(candidate => candidate.Attribute("name")!.Value == role);

        IEnumerable<string> granted = Granted(definition)
            .Where(name => name.EndsWith("crmx_ApiPermission") && !name.StartsWith("prvRead"))
            .Select(name => name["prv".Length..^"crmx_ApiPermission".Length]);

        Assert.Equal(calls, string.Join(' ', granted.Order(StringComparer.Ordinal)));
    }

    [Fact]
    [Trait("Rule", "P03")]
    public void Every_update_step_names_the_columns_that_raise_it()
    {
        const string Update = "20bebb1b-ea3e-db11-86a7-000a3a5473e8";
        XElement[] steps = [.. PackedZip.Xml("customizations.xml").Descendants("SdkMessageProcessingStep")
            .Where(step => step.Element("SdkMessageId")!.Value == Update)];

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.NotEqual("", step.Element("FilteringAttributes")!.Value));
    }

    [Fact]
    public void Nobody_types_points_on_a_form()
    {
        string[] ledger =
        [
            "crmx_pointsbalance", "crmx_balance", "crmx_points", "crmx_sequence", "crmx_hash", "crmx_available",
            "crmx_pending", "crmx_pendingpoints", "crmx_openlots", "crmx_statuspoints", "crmx_statusbuckets",
            "crmx_statusorders",
        ];

        // The points of a rule and the price of a reward are settings.
        string[] settings = ["crmx_EarningRule", "crmx_Reward"];

        IEnumerable<string> open = PackedZip.Xml("customizations.xml").Element("Entities")!.Elements("Entity")
            .Where(table => !settings.Contains(table.Element("Name")!.Value)).Descendants("control")
            .Where(control => ledger.Contains(control.Attribute("datafieldname")?.Value))
            .Where(control => control.Attribute("disabled")?.Value != "true")
            .Select(control => control.Attribute("id")!.Value);

        Assert.Empty(open);
    }

    [Fact]
    public void Optional_tables_are_named_nowhere()
    {
        string[] optional = ["incident", "list", "campaign", "lead", "opportunity"];
        XElement customizations = PackedZip.Xml("customizations.xml");

        IEnumerable<string> named = customizations.Descendants("PrimaryEntity").Select(table => table.Value)
            .Concat(customizations.Descendants("SubArea").Select(area => area.Attribute("Entity")?.Value ?? ""))
            .Concat(customizations.Descendants("ReferencedEntityName").Select(table => table.Value.ToLowerInvariant()));

        Assert.Empty(named.Intersect(optional));
    }

    private static IEnumerable<string> Granted(XElement roles) =>
        roles.Descendants("RolePrivilege").Select(privilege => privilege.Attribute("name")!.Value);

    private static IEnumerable<string> Values(XElement types, string element, string attribute) =>
        types.Elements(Types + element).Select(item => item.Attribute(attribute)!.Value);

    private sealed record CrmxProcess(int ExitCode, string Output)
    {
        public static CrmxProcess Run(params string[] arguments)
        {
            string crmx = Path.Combine(PackedZip.Repository, "cli/bin", PackedZip.Configuration, "net10.0/crmx.dll");
            var start = new ProcessStartInfo(
                Environment.ProcessPath!.EndsWith("dotnet") ? Environment.ProcessPath : "dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = PackedZip.Repository,
            };
            start.ArgumentList.Add(crmx);
            foreach (string argument in arguments) start.ArgumentList.Add(argument);
            using Process process = Process.Start(start)!;
            System.Threading.Tasks.Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new CrmxProcess(process.ExitCode, output + error.Result);
        }
    }
}
