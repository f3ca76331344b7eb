using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>crmx_ExportLedger and crmx_LiabilityReport: paged, without aggregates of the platform.</summary>
public sealed class ReportScenario
{
    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P05")]
    public void The_pages_of_an_export_hold_every_entry_once(string table)
    {
        using var life = new LifecycleWorld(table);
        foreach (int amount in Enumerable.Range(1, 5)) life.Earn(amount % 2 == 0 ? life.Kept : life.Doubled, amount);
        var hashes = new List<string>();
        string cursor = "";
        do
        {
            OrganizationResponse page = life.Admin.Execute(Export(life, "json", cursor));
            JsonElement rows = JsonDocument.Parse((string)page["Data"]).RootElement;
            hashes.AddRange(rows.EnumerateArray().Select(row => row.GetProperty("crmx_hash").GetString()!));
            Assert.Equal(page["Rows"], rows.GetArrayLength());
            cursor = (string)page["NextCursor"];
        }
        while (cursor.Length > 0);

        Assert.Equal(
            life.World.Entries().Select(entry => (string)entry["crmx_hash"]).Order(), hashes.Order());
    }

    [Fact]
    public void Csv_has_a_header_and_text_that_no_spreadsheet_calculates()
    {
        using var life = new LifecycleWorld("account");
        EntityReference order = life.World.ProduceOrder(life.Kept, 9m);
        life.Admin.Update(new Entity("salesorder", order.Id) { ["name"] = "=1+1" });
        life.World.Fulfil(order);

        string csv = (string)life.Admin.Execute(Export(life, "csv", ""))["Data"];

        string[] lines = csv.Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.Equal(lines[0].Split(',').Order(StringComparer.Ordinal), lines[0].Split(','));
        Assert.Contains("crmx_sourcekey", lines[0]);
        Assert.DoesNotContain("\"=", csv);
    }

    [Theory]
    [InlineData("account")]
    [InlineData("contact")]
    [Trait("Rule", "P05")]
    public void A_liability_is_the_sum_over_its_pages_with_its_value(string table)
    {
        using var life = new LifecycleWorld(table);
        foreach (int amount in new[] { 100, 60, 40 }) life.Earn(life.World.ProduceCustomer(table), amount);

        OrganizationResponse whole = life.Admin.Execute(Report(life, 0, "", ""));
        OrganizationResponse page = life.Admin.Execute(Report(life, 2, "", ""));
        OrganizationResponse last = life.Admin.Execute(
            Report(life, 2, (string)page["NextCursor"], (string)page["Total"]));

        Assert.Equal(200m, whole["OpenPoints"]);
        Assert.Equal(2.00m, whole["Value"]);
        Assert.Equal(3m, last["Members"]);
        Assert.Equal("", last["NextCursor"]);
        Assert.Equal(whole["Total"], last["Total"]);
        Assert.Equal(whole["Months"], last["Months"]);
    }

    [Fact]
    public void Reports_need_a_supervisor_and_say_what_is_wrong_in_German()
    {
        using var life = new LifecycleWorld("account");
        life.Earn(life.Kept, 5m);
        IOrganizationService german = life.German(LifecycleWorld.Supervisor);

        LifecycleWorld.Refused("ist unbekannt", () => german.Execute(Export(life, "xml", "")));
        LifecycleWorld.Refused("unverändert", () => german.Execute(Report(life, 0, "", "{}")));
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Export(life, "", ""));
        life.OnlyWith(LifecycleWorld.Supervisor, "prvWritecrmx_ApiPermission", Report(life, 0, "", ""));
    }

    private static OrganizationRequest Export(LifecycleWorld life, string format, string cursor) =>
        new("crmx_ExportLedger")
        {
            ["Programme"] = life.Programme,
            ["Format"] = format,
            ["Cursor"] = cursor,
            ["Count"] = 2,
        };

    private static OrganizationRequest Report(LifecycleWorld life, int count, string cursor, string carried) =>
        new("crmx_LiabilityReport")
        {
            ["Programme"] = life.Programme,
            ["Count"] = count,
            ["Cursor"] = cursor,
            ["Carried"] = carried,
        };
}
