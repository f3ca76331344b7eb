using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>
/// Reads the registration attributes of a built plugin assembly from its metadata; none of its code runs.
/// </summary>
internal static class AssemblyReader
{
    private const string Attributes = "CrmExtensions.Xrm.Registration.";
    private const string Plugin = "Microsoft.Xrm.Sdk.IPlugin";
    private const string Activity = "System.Activities.CodeActivity";

    public static RegisteredAssembly Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new SolutionException(
                $"{path} does not exist: build it first (dotnet build cli builds both assemblies).");
        }

        using var context = new MetadataLoadContext(new PathAssemblyResolver(References(path)));
        try
        {
            Assembly assembly = context.LoadFromAssemblyPath(path);
            AssemblyName name = assembly.GetName();
            return new RegisteredAssembly(name.Name!, assembly.FullName!, name.Version!.ToString(), path)
            {
                Types = [.. assembly.GetTypes().Select(ReadType).OfType<RegisteredType>()
                    .OrderBy(type => type.FullName, StringComparer.Ordinal)],
            };
        }
        catch (BadImageFormatException error)
        {
            throw new SolutionException($"{path} is not a .NET assembly: build the project again.", error);
        }
        catch (FileNotFoundException error)
        {
            throw new SolutionException($"{path} refers to an assembly that is not at hand: {error.Message}", error);
        }
    }

    // Neighbours first, then the contracts beside crmx, then the runtime: PathAssemblyResolver matches by name.
    private static IEnumerable<string> References(string path) =>
        new[]
            {
                Path.GetDirectoryName(Path.GetFullPath(path))!,
                AppContext.BaseDirectory,
                RuntimeEnvironment.GetRuntimeDirectory(),
            }
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"))
            .DistinctBy(Path.GetFileName);

    private static RegisteredType? ReadType(Type type)
    {
        if (!type.IsClass || type.IsAbstract)
        {
            return null;
        }

        List<CustomAttributeData> attributes =
            [.. type.GetCustomAttributesData()
                .Where(data => data.AttributeType.FullName!.StartsWith(Attributes, StringComparison.Ordinal))];
        bool isPlugin = type.GetInterfaces().Any(face => face.FullName == Plugin);
        bool isActivity = Ancestors(type).Any(ancestor => ancestor.FullName == Activity);
        if (attributes.Count == 0 && !isPlugin && !isActivity)
        {
            return null;
        }

        return new RegisteredType(type.FullName!)
        {
            IsPublic = type.IsVisible,
            IsPlugin = isPlugin,
            IsActivity = isActivity,
            ActivityGroup = Of(attributes, "ActivityAttribute").Select(values => values.Text(0)).FirstOrDefault(),
            Steps = [.. Of(attributes, "StepAttribute").Select(ReadStep)],
            CustomApi = Of(attributes, "CustomApiAttribute").Select(values => ReadCustomApi(values, attributes))
                .FirstOrDefault(),
        };
    }

    private static RegisteredStep ReadStep(AttributeValues values) =>
        new(values.Text(0), values.Text(1), values.Number(2))
        {
            Mode = values.Number("Mode", 0),
            Rank = values.Number("Rank", 1),
            Description = values.Text("Description"),
            OnChangeOf = values.List("OnChangeOf"),
            PreImage = values.List("PreImage"),
            PostImage = values.List("PostImage"),
        };

    private static RegisteredCustomApi ReadCustomApi(AttributeValues values, List<CustomAttributeData> attributes) =>
        new(values.Text(0), values.Text(1), values.Text(2))
        {
            Description = values.Text("Description"),
            DescriptionGerman = values.Text("DescriptionGerman"),
            ExecutePrivilege = values.Text("ExecutePrivilege"),
            BoundTable = values.Text("BoundTable"),
            IsFunction = values.Flag("IsFunction"),
            IsPrivate = values.Flag("IsPrivate"),
            Parameters = [.. Of(attributes, "RequestParameterAttribute").Select(ReadParameter)],
            Properties = [.. Of(attributes, "ResponsePropertyAttribute").Select(ReadParameter)],
        };

    private static RegisteredParameter ReadParameter(AttributeValues values) =>
        new(values.Text(0), values.Number(1), values.Text(2), values.Text(3))
        {
            Description = values.Text("Description"),
            DescriptionGerman = values.Text("DescriptionGerman"),
            Table = values.Text("Table"),
            IsOptional = values.Flag("IsOptional"),
        };

    private static IEnumerable<AttributeValues> Of(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.Where(data => data.AttributeType.FullName == Attributes + name)
            .Select(data => new AttributeValues(data));

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
