using System.Collections.Generic;
using System.Collections.Frozen;
using System.Linq;
using Dataverse.Local.Metadata;
using Microsoft.Crm.Sdk.Messages;

namespace Dataverse.Local.Security;

/// <summary>How one table is secured: the names of its privileges and what decides about a row.</summary>
internal sealed class TableSecurity
{
    /// <summary>Every right, in the order in which the platform's role editor shows them.</summary>
    public static readonly AccessRights[] AllRights =
    [
        AccessRights.CreateAccess, AccessRights.ReadAccess, AccessRights.WriteAccess, AccessRights.DeleteAccess,
        AccessRights.AppendAccess, AccessRights.AppendToAccess, AccessRights.AssignAccess, AccessRights.ShareAccess,
    ];

    /// <summary>
    /// Tables without privileges of their own, and those whose privileges have another name than the table (Microsoft
    /// Learn, "Security role UI to privilege mapping" and "Privileges by entity").
    /// </summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["systemuser"] = "User", ["salesorder"] = "Order", ["annotation"] = "Note",
        ["pricelevel"] = "Product", ["productpricelevel"] = "Product", ["productsubstitute"] = "Product",
        ["uom"] = "Product", ["uomschedule"] = "Product", ["discounttype"] = "Product", ["discount"] = "Product",
        ["privilege"] = "Role", ["roletemplate"] = "Role", ["fieldpermission"] = "FieldSecurityProfile",
        ["solutioncomponent"] = "Solution",
    }.ToFrozenDictionary();

    /// <summary>Tables that follow the row above them, by the lookup to it.</summary>
    private static readonly FrozenDictionary<string, string> ParentColumns = new Dictionary<string, string>
    {
        ["salesorderdetail"] = "salesorderid", ["quotedetail"] = "quoteid", ["invoicedetail"] = "invoiceid",
        ["opportunityproduct"] = "opportunityid", ["activityparty"] = "activityid",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> BusinessUnitColumns = new Dictionary<string, string>
    {
        ["systemuser"] = "businessunitid", ["team"] = "businessunitid", ["role"] = "businessunitid",
        ["usersettings"] = "businessunitid", ["businessunit"] = "businessunitid",
    }.ToFrozenDictionary();

    private readonly FrozenDictionary<AccessRights, string> _privileges;

    private TableSecurity(Table table, SecuredBy kind)
    {
        Table = table;
        Kind = kind;
        string? known = Names.GetValueOrDefault(table.LogicalName);
        string name = table.IsActivity ? "Activity" : known ?? table.SchemaName;
        _privileges = AllRights.ToFrozenDictionary(right => right, right => "prv" + VerbOf(right) + name);
        HasOwnPrivileges = kind is not (SecuredBy.Parent or SecuredBy.BothSides)
            && !(table.IsActivity && table.LogicalName != "activitypointer")
            && (known is null or "User" or "Order" or "Note");
    }

    public Table Table { get; }

    public SecuredBy Kind { get; }

    /// <summary>False for tables that use the privileges of another one.</summary>
    public bool HasOwnPrivileges { get; }

    /// <summary>The lookup to the row that decides; null unless secured by a parent.</summary>
    public string? ParentColumn { get; private init; }

    /// <summary>The column with the business unit; null unless secured by one.</summary>
    public string? BusinessUnitColumn { get; private init; }

    /// <summary>The tables of a pair; empty unless secured by both sides.</summary>
    public IReadOnlyList<string> Sides { get; private init; } = [];

    public static TableSecurity Of(Table table, TableCatalog catalog)
    {
        if (ParentColumns.TryGetValue(table.LogicalName, out string? parent) && table.Find(parent) is not null)
        {
            return new TableSecurity(table, SecuredBy.Parent) { ParentColumn = parent };
        }

        if (table.IsIntersect && PairOf(table, catalog) is Relationship pair)
        {
            string[] sides = [pair.ReferencedTable, pair.ReferencingTable];
            return new TableSecurity(table, SecuredBy.BothSides) { Sides = sides };
        }

        if (BusinessUnitColumns.TryGetValue(table.LogicalName, out string? unit) && table.Find(unit) is not null)
        {
            return new TableSecurity(table, SecuredBy.BusinessUnit) { BusinessUnitColumn = unit };
        }

        bool isOwned = table.Ownership == Ownership.User && table.Find("ownerid") is not null;
        return new TableSecurity(table, isOwned ? SecuredBy.Owner : SecuredBy.Organization);
    }

    /// <summary>Read, Write, AppendTo ... as they stand in a privilege's name.</summary>
    public static string VerbOf(AccessRights right) => right.ToString()[..^"Access".Length];

    public string PrivilegeFor(AccessRights right) => _privileges[right];

    private static Relationship? PairOf(Table table, TableCatalog catalog) => catalog.Relationships
        .FirstOrDefault(relationship => relationship.IntersectTable == table.LogicalName);
}
