using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmExtensions.Domain.CrossSell;

/// <summary>The best sellers of companies and of people, best first, as one text of a settings row.</summary>
public sealed class TopSellers
{
    public const int Most = 50;

    public TopSellers(IReadOnlyList<SellerCount> companies, IReadOnlyList<SellerCount> people)
    {
        Companies = companies;
        People = people;
    }

    public static TopSellers None { get; } = new([], []);

    public IReadOnlyList<SellerCount> Companies { get; }

    public IReadOnlyList<SellerCount> People { get; }

    /// <returns>None for text that this class did not write.</returns>
    public static TopSellers Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return None;
        var json = new JsonCursor(text!);
        json.Expect("{\"companies\":");
        IReadOnlyList<SellerCount> companies = List(json);
        json.Expect(",\"people\":");
        IReadOnlyList<SellerCount> people = List(json);
        json.Expect("}");
        return json.IsAtEnd ? new TopSellers(companies, people) : None;
    }

    public string ToJson()
    {
        var json = new StringBuilder("{\"companies\":");
        Write(json, Companies);
        json.Append(",\"people\":");
        Write(json, People);
        return json.Append('}').ToString();
    }

    private static void Write(StringBuilder json, IReadOnlyList<SellerCount> sellers)
    {
        json.Append('[');
        foreach (SellerCount seller in sellers)
        {
            if (json[json.Length - 1] != '[') json.Append(',');
            json.Append('[').Append(JsonCursor.Quoted(seller.Product)).Append(',')
                .Append(seller.Baskets.ToString(CultureInfo.InvariantCulture)).Append(']');
        }

        json.Append(']');
    }

    private static IReadOnlyList<SellerCount> List(JsonCursor json)
    {
        List<SellerCount> sellers = [];
        json.Expect("[");
        while (!json.IsBroken && !json.Skip("]"))
        {
            json.Separate(sellers.Count == 0, ",");
            json.Expect("[");
            string product = json.Quoted();
            json.Expect(",");
            sellers.Add(new SellerCount(product, json.Integer()));
            json.Expect("]");
        }

        return sellers;
    }
}
