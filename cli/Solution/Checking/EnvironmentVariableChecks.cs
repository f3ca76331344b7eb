using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Environment variables: definitions only. A value would overwrite the customer's at every import.</summary>
internal static class EnvironmentVariableChecks
{
    private const string Number = "100000001";

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Documents("environmentvariabledefinition.xml").SelectMany(pair => CheckOne(model, pair.Key, pair.Value))
            .Concat(model.Packed.Parts.Keys
                .Where(name => name.EndsWith("/environmentvariablevalues.json", StringComparison.Ordinal))
                .Select(name => new Finding(name, "a value must not travel with the solution", "Remove the file")));

    private static IEnumerable<Finding> CheckOne(SolutionModel model, string path, XElement variable)
    {
        string name = variable.ValueOf("schemaname");
        if (!model.IsOwn(name) || path.Split('/')[1] != name)
        {
            yield return new Finding(
                path, $"variable {name}", $"The name has the prefix {model.Prefix} and is that of the folder");
        }

        string type = variable.TextOf("type");
        if (type is not (Number or "100000000" or "100000002" or "100000003" or "100000004" or "100000005"))
        {
            yield return new Finding(
                path, $"type '{type}'", "100000000 text, 100000001 number, 100000002 yes/no, 100000003 JSON");
        }

        string value = variable.TextOf("defaultvalue");
        if (type == Number && value.Length > 0 && !decimal.TryParse(value, CultureInfo.InvariantCulture, out _))
        {
            yield return new Finding(path, $"the default '{value}' is no number", "Write digits with a point");
        }
    }
}
