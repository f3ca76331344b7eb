using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Solution.Tests.Loyalty;
using Dataverse.Local;
using Dataverse.Local.Messages.Relations;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Lifecycle;

/// <summary>One programme and two customers with points, as the scenarios of a member's life need them.</summary>
internal sealed class LifecycleWorld : IDisposable
{
    public const string Supervisor = "CrmExtensions Loyalty Supervisor";
    public const string Administrator = "CrmExtensions Loyalty Administrator";
    public const string Clerk = "CrmExtensions Loyalty Clerk";

    public LifecycleWorld(string table, bool mergeRaisesUpdate = true, params KeyValuePair<string, object>[] settings)
    {
        var merge = new MergeOptions { RaiseUpdate = mergeRaisesUpdate };
        World = new LoyaltyWorld(new LocalDataverseOptions { Merge = merge });
        Programme = World.ProduceProgramme(settings);
        Kept = World.ProduceCustomer(table);
        Doubled = World.ProduceCustomer(table);
    }

    public LoyaltyWorld World { get; }

    public EntityReference Programme { get; }

    /// <summary>The customer that stays when customers are merged.</summary>
    public EntityReference Kept { get; }

    public EntityReference Doubled { get; }

    public IOrganizationService Admin => World.Admin;

    public void Dispose()
    {
        World.AssertReplayEqualsBalance();
        World.Dispose();
    }

    /// <returns>The member, after the order.</returns>
    public EntityReference Earn(EntityReference customer, decimal amount)
    {
        World.FulfilledOrder(customer, amount);
        return World.MemberOf(customer).ToEntityReference();
    }

    public void MergeCustomers(Entity? content = null) => Admin.Execute(new MergeRequest
    {
        Target = Kept,
        SubordinateId = Doubled.Id,
        UpdateContent = content ?? new Entity(Kept.LogicalName),
        PerformParentingChecks = false,
    });

    public Entity Member(EntityReference member) => World.Members().Single(row => row.Id == member.Id);

    public IReadOnlyList<Entity> EntriesOf(EntityReference member) => World.Entries()
        .Where(entry => member.Equals(entry["crmx_memberid"]))
        .ToList();

    public IOrganizationService UserWith(string role) =>
        World.Dataverse.Connect(World.ProduceUser(role).Id);

    public Entity Row(EntityReference row) => Admin.Retrieve(row.LogicalName, row.Id, new ColumnSet(true));

    public IReadOnlyList<Entity> All(string table) =>
        Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    public static int Number(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue>(column).Value - Crmx.FirstOption;

    public static void Refused(string words, Action forbidden)
    {
        FaultException<OrganizationServiceFault> fault =
            Assert.Throws<FaultException<OrganizationServiceFault>>(forbidden);
        Assert.Contains(words, fault.Message, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whoever lacks the privilege is told which; the one with the role gets further.</summary>
    public void OnlyWith(string role, string privilege, OrganizationRequest request)
    {
        string lower = role == Administrator ? Supervisor : Clerk;
        IOrganizationService without = role == Clerk
            ? World.ProduceHolderOf("prvReadcrmx_LoyaltyMember")
            : UserWith(lower);
        Refused($"is missing {privilege} privilege", () => without.Execute(request));
        UserWith(role).Execute(request);
    }

    public IOrganizationService German(string role)
    {
        EntityReference user = World.ProduceUser(role);
        World.SetLanguage(user, 1031);
        return World.Dataverse.Connect(user.Id);
    }
}
