using System.Xml.Linq;
using CrmExtensions.Cli.Solution.Registration;

namespace CrmExtensions.Cli.Solution.Deriving;

/// <summary>
/// The files of one custom API. They carry no XML declaration, and children stand in alphabetical order.
/// </summary>
internal sealed class CustomApiFileWriter(ComponentIds ids)
{
    public static string Path(RegisteredCustomApi api) => $"customapis/{api.UniqueName}/customapi.xml";

    public static string ParameterPath(RegisteredCustomApi api, RegisteredParameter parameter) =>
        $"customapis/{api.UniqueName}/customapirequestparameters/{parameter.Name}/customapirequestparameter.xml";

    public static string PropertyPath(RegisteredCustomApi api, RegisteredParameter property) =>
        $"customapis/{api.UniqueName}/customapiresponseproperties/{property.Name}/customapiresponseproperty.xml";

    public XElement Write(RegisteredType type, RegisteredCustomApi api) =>
        new("customapi",
            new XAttribute("uniquename", api.UniqueName),
            new XElement("allowedcustomprocessingsteptype", 0),
            new XElement("bindingtype", api.BoundTable.Length > 0 ? 1 : 0),
            api.BoundTable.Length > 0 ? new XElement("boundentitylogicalname", api.BoundTable) : null,
            Labels("description", api.Description, api.DescriptionGerman),
            Labels("displayname", api.DisplayName, api.DisplayNameGerman),
            api.ExecutePrivilege.Length > 0 ? new XElement("executeprivilegename", api.ExecutePrivilege) : null,
            new XElement("iscustomizable", 0),
            new XElement("isfunction", api.IsFunction ? 1 : 0),
            new XElement("isprivate", api.IsPrivate ? 1 : 0),
            new XElement("name", api.UniqueName),
            new XElement("plugintypeid", new XElement("plugintypeid", ids.Of(ComponentKind.PluginType, type.FullName))),
            new XElement("workflowsdkstepenabled", 0));

    public static XElement WriteParameter(RegisteredParameter parameter) =>
        Parameter("customapirequestparameter", parameter, new XElement("isoptional", parameter.IsOptional ? 1 : 0));

    /// <summary>Without <c>isoptional</c>: with it the import fails.</summary>
    public static XElement WriteProperty(RegisteredParameter property) =>
        Parameter("customapiresponseproperty", property, isOptional: null);

    private static XElement Parameter(string root, RegisteredParameter parameter, XElement? isOptional) =>
        new(root,
            new XAttribute("uniquename", parameter.Name),
            Labels("description",
                parameter.Description.Length > 0 ? parameter.Description : parameter.DisplayName,
                parameter.DescriptionGerman.Length > 0 ? parameter.DescriptionGerman : parameter.DisplayNameGerman),
            Labels("displayname", parameter.DisplayName, parameter.DisplayNameGerman),
            new XElement("iscustomizable", 0),
            isOptional,
            parameter.Table.Length > 0 ? new XElement("logicalentityname", parameter.Table) : null,
            new XElement("name", parameter.Name),
            new XElement("type", parameter.Type));

    private static XElement Labels(string name, string english, string german) =>
        new(name,
            new XAttribute("default", english),
            Label(english, 1033),
            Label(german, 1031));

    private static XElement Label(string text, int language) =>
        new("label", new XAttribute("description", text), new XAttribute("languagecode", language));
}
