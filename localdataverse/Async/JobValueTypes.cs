using System;
using System.Collections.Generic;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Async;

/// <summary>
/// The types that the values of a context have. Allowed are those that travel between client and platform: plain
/// values, the types of the SDK, arrays of both. Anything else is refused by name when the job is made, as the platform
/// does.
/// </summary>
internal sealed class JobValueTypes
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(bool), typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double),
        typeof(decimal), typeof(char), typeof(string), typeof(Guid), typeof(DateTime), typeof(TimeSpan),
        typeof(DateTimeOffset), typeof(byte[]),
    ];

    private readonly HashSet<Type> _used = [];

    /// <summary>Beside the plain ones.</summary>
    public IEnumerable<Type> Used => _used;

    public static JobValueTypes Of(JobContext context)
    {
        JobValueTypes types = new();
        for (JobContext? level = context; level is not null; level = level.Calling)
        {
            types.Add("InputParameters", level.Input);
            types.Add("OutputParameters", level.Output);
            types.Add("SharedVariables", level.Shared);
            types.Add("SharedVariables", level.Early);
        }

        return types;
    }

    public static JobValueTypes OfValue(object value)
    {
        JobValueTypes types = new();
        types.Add("Value", value);
        return types;
    }

    /// <summary>The name under which <see cref="Find"/> finds it again.</summary>
    public static string NameOf(Type type) => type.FullName!;

    /// <summary>Only types of the SDK and arrays are ever made from a name in the data of a job.</summary>
    public static Type Find(string name)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal))
        {
            return Find(name[..^2]).MakeArrayType();
        }

        return Plain.FirstOrDefault(type => type.FullName == name)
            ?? typeof(Entity).Assembly.GetType(name)
            ?? typeof(WhoAmIRequest).Assembly.GetType(name)
            ?? throw Fault.Because(ErrorCodes.InvalidArgument, $"The data of a system job name the type '{name}'.");
    }

    private void Add(string place, ParameterCollection values)
    {
        foreach (KeyValuePair<string, object> value in values)
        {
            Add($"{place}[\"{value.Key}\"]", value.Value);
        }
    }

    private void Add(string place, object? value)
    {
        if (value is null || Plain.Contains(value.GetType()))
        {
            return;
        }

        Check(place, value.GetType());
        _used.Add(value.GetType());
        foreach (object? part in PartsOf(value))
        {
            Add(place, part);
        }
    }

    private static IEnumerable<object?> PartsOf(object value) => value switch
    {
        Entity row => row.Attributes.Values.Concat(row.KeyAttributes.Values).Concat(row.RelatedEntities.Values),
        EntityCollection rows => rows.Entities,
        AliasedValue aliased => [aliased.Value],
        OrganizationRequest request => request.Parameters.Values,
        ParameterCollection values => values.Values,
        Array array => array.Cast<object?>(),
        _ => [],
    };

    private static void Check(string place, Type type)
    {
        Type element = type.IsArray ? type.GetElementType()! : type;
        bool allowed = Plain.Contains(element)
            || element.Assembly == typeof(Entity).Assembly
            || element.Assembly == typeof(WhoAmIRequest).Assembly;
        if (!allowed)
        {
            throw Refuse($"{place} is of the type '{type.FullName}'");
        }
    }

    public static Exception Refuse(string what) => Fault.Because(
        ErrorCodes.InvalidArgument,
        $"{what}, which cannot be serialized for a system job. Use plain values and types of the SDK.");
}
