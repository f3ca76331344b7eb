using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using Dataverse.Local;
using Dataverse.Local.Conflicts;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Plugins;
using Dataverse.Local.Sales;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Solution.Tests.Loyalty;

/// <summary>
/// An environment with the packed managed solution, as an administrator has it after importing the zip. The Produce
/// methods fill what the platform requires, so that a new rule changes one method and not fifty tests.
/// </summary>
internal sealed class LoyaltyWorld : IDisposable
{
    /// <summary>The build packs it and puts it beside this assembly.</summary>
    public static readonly string ZipPath = Path.Combine(AppContext.BaseDirectory, "CrmExtensions_managed.zip");

    private static readonly SolutionPackage Package = SolutionPackage.Read(ZipPath);
    private static readonly PluginCache Plugins = new();
    private int produced;

    public LoyaltyWorld(LocalDataverseOptions? options = null)
    {
        Clock = new SettableClock();
        options ??= new LocalDataverseOptions();
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            Clock = Clock,
            Path = options.Path,
            Conflicts = ConflictCheck.Fail,
            Limits = options.Limits,
            Sales = options.Sales,
            Languages = options.Languages,
            Merge = options.Merge,
            Plugins = Plugins,
        });
        Dataverse.Import(Package);
        Admin = Dataverse.Connect();
    }

    public LocalDataverse Dataverse { get; }

    public SettableClock Clock { get; }

    /// <summary>The system administrator, who may do everything that anybody may.</summary>
    public IOrganizationService Admin { get; }

    public static LoyaltyWorld Closing(bool raisesUpdate, bool activityFirst) => new(new LocalDataverseOptions
    {
        Sales = new SalesOptions { RaiseUpdateOnClose = raisesUpdate, ActivityBeforeState = activityFirst },
    });

    public void Dispose() => Dataverse.Dispose();

    /// <summary>A programme with 1 point per 1.00; settings by column name without prefix.</summary>
    public EntityReference ProduceProgramme(params KeyValuePair<string, object>[] settings)
    {
        var row = new Entity(Crmx.Program)
        {
            ["crmx_name"] = "Bonus " + ++produced,
            ["crmx_basis"] = new OptionSetValue(Crmx.FirstOption),
            ["crmx_milestone"] = new OptionSetValue(Crmx.FirstOption),
        };
        foreach (KeyValuePair<string, object> setting in settings) row["crmx_" + setting.Key] = setting.Value;
        return new EntityReference(Crmx.Program, Admin.Create(row));
    }

    public EntityReference ProduceCustomer(string table, bool excluded = false)
    {
        var row = new Entity(table) { [table == "contact" ? "lastname" : "name"] = "Customer " + ++produced };
        if (excluded) row["crmx_loyaltyexcluded"] = true;
        return new EntityReference(table, Admin.Create(row));
    }

    /// <summary>A user with these roles; without any, a clerk of ours who also reads customers.</summary>
    public EntityReference ProduceUser(params string[] roles)
    {
        if (roles.Length == 0)
        {
            Dataverse.AddRole("Reader of customers", PrivilegeDepth.Global, "prvReadAccount", "prvReadContact");
            roles = [Crmx.ClerkRole, "Reader of customers"];
        }

        return new EntityReference("systemuser", Dataverse.AddUser("User " + ++produced, roles));
    }

    /// <summary>A user with one role of these privileges, all of them for the whole organisation.</summary>
    public IOrganizationService ProduceHolderOf(params string[] privileges)
    {
        string role = "Role " + ++produced;
        Dataverse.AddRole(role, PrivilegeDepth.Global, privileges);
        return Dataverse.Connect(ProduceUser(role).Id);
    }

    public void SetLanguage(EntityReference user, int language) =>
        Admin.Update(new Entity("usersettings", user.Id) { ["uilanguageid"] = language });

    public EntityReference ProduceCurrency(string code, decimal rate, int decimals)
    {
        var currency = new Entity("transactioncurrency")
        {
            ["currencyname"] = code,
            ["currencysymbol"] = code,
            ["isocurrencycode"] = code,
            ["currencyprecision"] = decimals,
            ["exchangerate"] = rate,
        };
        return new EntityReference(currency.LogicalName, Admin.Create(currency));
    }

    public EntityReference ProduceOrder(EntityReference customer, params decimal[] prices) =>
        ProduceOrder(new OrderFacts(customer, prices.Select(price => new OrderLine(price)).ToArray()));

    public EntityReference ProduceOrder(OrderFacts facts)
    {
        var header = new Entity("salesorder") { ["name"] = "Order " + ++produced, ["customerid"] = facts.Customer };
        if (facts.Currency is not null) header["transactioncurrencyid"] = facts.Currency;
        if (facts.DiscountPercentage != 0) header["discountpercentage"] = facts.DiscountPercentage;
        if (facts.Freight != 0) header["freightamount"] = new Money(facts.Freight);
        var order = new EntityReference("salesorder", Admin.Create(header));
        foreach (OrderLine line in facts.Lines) Admin.Create(RowOf(line, order));
        return order;
    }

    public EntityReference FulfilledOrder(EntityReference customer, params decimal[] prices)
    {
        EntityReference order = ProduceOrder(customer, prices);
        Fulfil(order);
        return order;
    }

    public void Fulfil(EntityReference order) => Fulfil(order, Admin);

    public static void Fulfil(EntityReference order, IOrganizationService user) =>
        user.Execute(new FulfillSalesOrderRequest
        {
            OrderClose = CloseOf(order),
            Status = new OptionSetValue(-1),
        });

    public void Cancel(EntityReference order) => Admin.Execute(new CancelSalesOrderRequest
    {
        OrderClose = CloseOf(order),
        Status = new OptionSetValue(-1),
    });

    /// <summary>Installs a plugin that copies an existing entry, as if points could be printed.</summary>
    public void RegisterForeignStep(string message, string table)
    {
        Dataverse.RegisterAssembly(File.ReadAllBytes(typeof(ForgingPlugin).Assembly.Location));
        Dataverse.RegisterStep(new Step
        {
            PluginType = typeof(ForgingPlugin).FullName!,
            Message = message,
            Table = table,
            Stage = Stage.PostOperation,
        });
    }

    public static Entity CloseOf(EntityReference order) =>
        new("orderclose") { ["salesorderid"] = order, ["subject"] = "Closed" };

    public IReadOnlyList<Entity> Members() => All(Crmx.Member);

    public Entity MemberOf(EntityReference customer) =>
        Assert.Single(Members(), row => customer.Equals(row["crmx_customerid"]));

    /// <summary>All entries in the order of their posting.</summary>
    public IReadOnlyList<Entity> Entries() =>
        All(Crmx.Entry).OrderBy(row => row.GetAttributeValue<int>("crmx_sequence")).ToList();

    /// <summary>Every scenario ends here: a member's entries give its balance, and their chain is whole.</summary>
    public void AssertReplayEqualsBalance()
    {
        foreach (Entity member in Members())
        {
            MemberHead head = StoredLedger.HeadOf(member);
            ReplayReport report = LedgerReplay.Verify(head, StoredLedger.EntriesOf(member.Id, Entries()));
            Assert.Equal(ReplayFault.None, report.Fault);
            Assert.Equal(head.Balance, report.Balance);
        }
    }

    private IReadOnlyList<Entity> All(string table) =>
        Admin.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(true) }).Entities;

    private static Entity RowOf(OrderLine line, EntityReference order) => new("salesorderdetail")
    {
        ["salesorderid"] = order,
        ["isproductoverridden"] = true,
        ["productdescription"] = "Write-in",
        ["priceperunit"] = new Money(line.Price),
        ["quantity"] = line.Quantity,
        ["tax"] = new Money(line.Tax),
        ["manualdiscountamount"] = new Money(line.Discount),
    };
}
