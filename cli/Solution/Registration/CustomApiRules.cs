using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>Rules for a <c>[CustomApi]</c> with its parameters.</summary>
internal static class CustomApiRules
{
    private const int LastType = 12;

    public static IEnumerable<Finding> Check(RegisteredType type)
    {
        if (type.CustomApi is not { } api)
        {
            return [];
        }

        string place = $"{type.FullName}, [CustomApi] {api.UniqueName}";
        return CheckApi(api).Concat(CheckNames(api.Parameters)).Concat(CheckNames(api.Properties))
            .Concat(api.Parameters.Concat(api.Properties).SelectMany(CheckParameter))
            .Select(finding => finding with { Place = place });
    }

    private static IEnumerable<Finding> CheckApi(RegisteredCustomApi api)
    {
        if (!api.UniqueName.Contains('_'))
        {
            yield return Of("the name lacks the publisher's prefix", "Call it prefix_Name");
        }

        if (api.DisplayName.Length == 0 || api.DisplayNameGerman.Length == 0
            || api.Description.Length == 0 || api.DescriptionGerman.Length == 0)
        {
            yield return Of("lacks a display name or description in English or German", "Give all four");
        }

        if (api.IsFunction && api.Properties.Count == 0)
        {
            yield return Of("a function needs a response property", "Add [ResponseProperty] or drop IsFunction");
        }
    }

    private static IEnumerable<Finding> CheckNames(IReadOnlyList<RegisteredParameter> parameters) =>
        parameters.GroupBy(parameter => parameter.Name)
            .Where(name => name.Count() > 1)
            .Select(name => Of($"{name.Key} is declared twice", "Remove one"));

    private static IEnumerable<Finding> CheckParameter(RegisteredParameter parameter)
    {
        if (parameter.Type is < 0 or > LastType)
        {
            yield return Of($"{parameter.Name} has type {parameter.Type}", "Use a member of ParameterType");
        }

        if (parameter.DisplayName.Length == 0 || parameter.DisplayNameGerman.Length == 0)
        {
            yield return Of($"{parameter.Name} lacks a display name in English or German", "Give both");
        }

        bool isRow = parameter.Type is 3 or 4 or 5;
        if (!isRow && parameter.Table.Length > 0)
        {
            yield return Of($"{parameter.Name} names a table but is no row", "Remove Table");
        }
    }

    private static Finding Of(string problem, string remedy) => new("", problem, remedy);
}
