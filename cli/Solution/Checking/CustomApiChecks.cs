using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Custom APIs: these files are read after the rest, and what they refer to must be there.</summary>
internal static class CustomApiChecks
{
    private static readonly string[] Parameters = ["customapirequestparameter.xml", "customapiresponseproperty.xml"];

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Documents("customapi.xml").SelectMany(api => CheckApi(model, api.Key, api.Value))
            .Concat(Parameters.SelectMany(model.Documents)
                .SelectMany(parameter => CheckParameter(parameter.Key, parameter.Value)));

    private static IEnumerable<Finding> CheckApi(SolutionModel model, string path, XElement api)
    {
        string name = api.ValueOf("uniquename");
        string type = SolutionModel.IdOf(api.Element("plugintypeid").TextOf("plugintypeid"));
        if (!model.IsOwn(name) || path.Split('/')[1] != name)
        {
            yield return new Finding(
                path, $"custom API {name}", $"The name has the prefix {model.Prefix} and is that of the folder");
        }

        if (model.PluginTypes.Values.All(plugin => SolutionModel.IdOf(plugin.ValueOf("PluginTypeId")) != type))
        {
            yield return new Finding(path, $"plugin type '{type}' is not in the solution", "Run `crmx solution write`");
        }

        if (api.TextOf("bindingtype") is "1" or "2" && api.TextOf("boundentitylogicalname").Length == 0)
        {
            yield return new Finding(path, "is bound to no table", "Give BoundTable in [CustomApi]");
        }

        string privilege = api.TextOf("executeprivilegename");
        if (privilege.Contains(model.Prefix, System.StringComparison.OrdinalIgnoreCase)
            && RoleChecks.TableOf(model, privilege) is null)
        {
            yield return new Finding(
                path, $"privilege {privilege} belongs to no table of the solution", "Write prv, verb, schema name");
        }

        if (privilege.Length > 0
            && model.Section("Roles").Descendants("RolePrivilege").All(role => role.ValueOf("name") != privilege))
        {
            yield return new Finding(
                path, $"no role of the solution grants {privilege}", "Add it to the role that may call the API");
        }
    }

    private static IEnumerable<Finding> CheckParameter(string path, XElement parameter)
    {
        if (!int.TryParse(parameter.TextOf("type"), out int type) || type is < 0 or > 12)
        {
            yield return new Finding(path, $"type '{parameter.TextOf("type")}'", "Use a member of ParameterType");
        }

        if (parameter.Name == "customapiresponseproperty" && parameter.Element("isoptional") is not null)
        {
            yield return new Finding(
                path, "isoptional is not valid in a response property", "Remove it: the import would fail");
        }

        if (parameter.ValueOf("uniquename") != path.Split('/')[^2])
        {
            yield return new Finding(
                path, $"holds {parameter.ValueOf("uniquename")}", "Name folder and parameter alike");
        }
    }
}
