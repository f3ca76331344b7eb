using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Solution.Tests.Loyalty;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Jobs;

/// <summary>
/// Days pass, and nothing but the platform's own clock runs: recurring bulk deletions and what they set off.
/// </summary>
internal static class Beats
{
    public static void LetDaysPass(this LoyaltyWorld world, int days) =>
        world.LetTimePass(TimeSpan.FromDays(days));

    public static void LetTimePass(this LoyaltyWorld world, TimeSpan time)
    {
        world.Dataverse.RunAsyncJobs();
        world.Clock.Advance(time);
        world.Dataverse.RunAsyncJobs();
    }

    public static OrganizationResponse RunDueWork(this LoyaltyWorld world) =>
        world.Admin.Execute(new OrganizationRequest("crmx_RunDueWork"));

    public static void Adjust(this LoyaltyWorld world, EntityReference customer, int points) =>
        world.Admin.Execute(new OrganizationRequest(Crmx.AdjustPoints)
        {
            ["Member"] = new EntityReference(Crmx.Member, world.MemberOf(customer).Id),
            ["Points"] = points,
            ["Reason"] = Crmx.FirstOption,
            ["RequestId"] = Guid.NewGuid().ToString(),
        });

    public static IReadOnlyList<Entity> Rows(this LoyaltyWorld world, string table) =>
        world.Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    public static Entity Job(this LoyaltyWorld world, string key) =>
        Assert.Single(world.Rows("crmx_job"), row => (string)row["crmx_key"] == key);

    /// <summary>Codes of the findings that wait for a person.</summary>
    public static IReadOnlyList<string> OpenFindings(this LoyaltyWorld world) => world.Rows("crmx_healthfinding")
        .Where(row => row.Contains("crmx_key"))
        .Select(row => (string)row["crmx_code"])
        .ToList();

    public static IReadOnlyList<int> PointsOf(this LoyaltyWorld world, EntityReference customer)
    {
        Guid member = world.MemberOf(customer).Id;
        return world.Entries()
            .Where(entry => ((EntityReference)entry["crmx_memberid"]).Id == member)
            .Select(entry => (int)entry["crmx_points"])
            .ToList();
    }

    public static OptionSetValue Option(int number) => new(Crmx.FirstOption + number);
}
