using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Xrm.Sdk;
using Sdk.Tests.Surface;

namespace Sdk.Tests;

/// <summary>
/// A request is a name and a bag of parameters; the typed class only fills the bag. The keys it fills, also those with
/// null, are what the platform and every plugin on the message see. Baseline/requests.tsv holds the measured ones.
/// </summary>
public sealed class RequestKeyTests
{
    public static TheoryData<string> Types => new(Rows.Keys.Order(StringComparer.Ordinal));

    private static Dictionary<string, RequestRow> Rows =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Baseline", "requests.tsv"))
            .Skip(1)
            .Select(line => new RequestRow(line.Split('\t')))
            .ToDictionary(row => row.TypeName);

    [Theory]
    [MemberData(nameof(Types))]
    public void The_constructor_sets_the_name_and_the_keys(string typeName)
    {
        var row = Rows[typeName];
        if (Activator.CreateInstance(row.Type) is not OrganizationRequest request)
            return;
        Assert.Equal(row.RequestName, request.RequestName);
        Assert.Equal(
            row.Keys.Order(StringComparer.Ordinal),
            request.Parameters.Select(Describe).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_property_reads_and_writes_the_parameter_of_its_name(string typeName)
    {
        var row = Rows[typeName];
        foreach (var property in row.Properties)
        {
            var message = Activator.CreateInstance(row.Type)!;
            var bag = (message as OrganizationRequest)?.Parameters ?? ((OrganizationResponse)message).Results;
            var value = SampleOf(property.PropertyType);
            if (property.SetMethod is { IsPublic: true })
                property.SetValue(message, value);
            else
                bag[property.Name] = value;
            Assert.Equal(value, bag[property.Name]);
            Assert.Equal(value, property.GetValue(message));
        }
    }

    [Fact]
    public void Every_request_and_response_of_the_contracts_has_its_measured_row()
    {
        var carried = new[] { "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy" }
            .SelectMany(assembly => SurfaceReader.Read(BuildFacts.ContractFile(assembly, "net462")))
            .Where(type => type.Declaration.Contains(" : Microsoft.Xrm.Sdk.OrganizationRe", StringComparison.Ordinal))
            .Select(type => type.Name);
        Assert.Equal(Rows.Keys.Order(StringComparer.Ordinal), carried.Order(StringComparer.Ordinal));
    }

    private static string Describe(KeyValuePair<string, object> parameter) =>
        parameter.Key + "=" + (parameter.Value is null ? "null" : ValueText(parameter.Value));

    private static string ValueText(object value) =>
        value is DateTime ? "DateTime" : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static object? SampleOf(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare == typeof(string))
            return "sample";
        if (bare == typeof(object))
            return 1;
        if (bare.IsArray)
            return Array.CreateInstance(bare.GetElementType()!, 1);
        if (bare.IsValueType)
            return Activator.CreateInstance(bare);
        return bare.IsAbstract ? null : RuntimeHelpers.GetUninitializedObject(bare);
    }
}
