using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>Ids as the counts know them, and the keys that are made of them.</summary>
internal static class Keys
{
    public const string Settings = "default";

    /// <summary>Values of one condition; the platform takes some thousands.</summary>
    private const int Most = 500;

    public static string Of(Guid id) => id.ToString("N");

    public static Guid IdOf(string text) => Guid.TryParseExact(text, "N", out Guid id) ? id : Guid.Empty;

    public static string OfCustomerProduct(Guid customer, string product) => Of(customer) + "-" + product;

    public static string OfCount(string product, BasketWindow window) => product + "-" + (int)window;

    public static string OfPair(string product, string partner, AffinityKind kind) =>
        product + "-" + partner + "-" + (int)kind;

    /// <summary>Rows by their text key; one request for every 500 of them.</summary>
    public static IEnumerable<Entity> Find(
        IOrganizationService service, string table, string keyColumn, IEnumerable<string> keys, params string[] columns)
    {
        string[] all = keys.Distinct().ToArray();
        var read = new ColumnSet(columns.Concat(new[] { keyColumn }).ToArray());
        for (int from = 0; from < all.Length; from += Most)
        {
            var query = new QueryExpression(table) { ColumnSet = read };
            object[] part = all.Skip(from).Take(Most).Cast<object>().ToArray();
            query.Criteria.AddCondition(keyColumn, ConditionOperator.In, part);
            foreach (Entity row in service.RetrieveMultiple(query).Entities) yield return row;
        }
    }

    /// <summary>Those that are in the catalogue; one request for every 500 of them, none for none.</summary>
    public static ISet<string> ProductsAmong(IOrganizationService service, ICollection<string> products)
    {
        var found = new HashSet<string>();
        for (int from = 0; from < products.Count; from += Most)
        {
            var query = new QueryExpression(Product.Table) { ColumnSet = new ColumnSet(false) };
            object[] part = products.Skip(from).Take(Most).Select(product => (object)IdOf(product)).ToArray();
            query.Criteria.AddCondition(Product.Columns.Id, ConditionOperator.In, part);
            found.UnionWith(service.RetrieveMultiple(query).Entities.Select(row => Of(row.Id)));
        }

        return found;
    }
}
