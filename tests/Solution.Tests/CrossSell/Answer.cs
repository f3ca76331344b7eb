using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Solution.Tests.CrossSell;

/// <summary>What crmx_Recommend answered.</summary>
internal sealed class Answer(ParameterCollection results)
{
    public IReadOnlyList<JsonElement> GoesWith { get; } = List(results["GoesWith"]);

    public IReadOnlyList<JsonElement> BuyAgain { get; } = List(results["BuyAgain"]);

    public string Notice { get; } = (string)results["Notice"];

    /// <summary>Names of the list "goes with it", best first.</summary>
    public string[] Names => [.. GoesWith.Select(item => item.GetProperty("product").GetString()!)];

    public string[] Again => [.. BuyAgain.Select(item => item.GetProperty("product").GetString()!)];

    public JsonElement Of(string product) =>
        GoesWith.Concat(BuyAgain).Single(item => item.GetProperty("product").GetString() == product);

    private static JsonElement[] List(object json) =>
        [.. JsonDocument.Parse((string)json).RootElement.EnumerateArray()];
}
