using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Model-driven apps with their site maps.</summary>
internal static class AppChecks
{
    // System Administrator and System Customizer have these ids in every environment.
    private static readonly string[] PlatformRoles =
        ["627090ff-40a3-4053-8790-584edc5be201", "119f245c-3cc8-4b62-b31c-d1a046ced15d"];

    // The default icon, part of every environment.
    private const string PlatformIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";

    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Section("AppModules").SelectMany(app =>
            CheckComponents(model, app).Concat(CheckRoles(model, app)).Concat(CheckSiteMap(model, app)));

    private static IEnumerable<Finding> CheckComponents(SolutionModel model, XElement app)
    {
        foreach (XElement component in app.Descendants("AppModuleComponent"))
        {
            string id = SolutionModel.IdOf(component.ValueOf("id"));
            string name = component.ValueOf("schemaName");
            bool known = component.ValueOf("type") switch
            {
                "1" => !model.IsOwn(name) || model.Tables.ContainsKey(name),
                "26" => model.ViewIds.Contains(id),
                "60" => model.FormIds.Contains(id),
                "62" => Maps(model).Any(map => map.TextOf("SiteMapUniqueName") == name),
                _ => true,
            };
            if (!known)
            {
                yield return SolutionModel.At(
                    app, $"component {component.ValueOf("type")} {name}{id} is not in the solution",
                    "Correct it, or remove it");
            }
        }

        string icon = SolutionModel.IdOf(app.TextOf("WebResourceId"));
        if (icon != PlatformIcon
            && model.WebResources.Values.All(resource => SolutionModel.IdOf(resource.TextOf("WebResourceId")) != icon))
        {
            yield return SolutionModel.At(
                app, $"the icon {icon} is not in the solution", "Name the id of an SVG web resource");
        }
    }

    private static IEnumerable<Finding> CheckRoles(SolutionModel model, XElement app)
    {
        HashSet<string> known = [.. model.Section("Roles").Select(role => SolutionModel.IdOf(role.ValueOf("id"))),
            .. PlatformRoles];
        return app.Descendants("Role").Where(role => !known.Contains(SolutionModel.IdOf(role.ValueOf("id"))))
            .Select(role => SolutionModel.At(
                app, $"role {role.ValueOf("id")} is not in the solution", "Correct the id"));
    }

    private static IEnumerable<Finding> CheckSiteMap(SolutionModel model, XElement app)
    {
        string name = app.TextOf("UniqueName");
        XElement? map = Maps(model).FirstOrDefault(candidate => candidate.TextOf("SiteMapUniqueName") == name);
        if (map is null)
        {
            yield return SolutionModel.At(
                app, $"app {name} has no site map of its name", "Add it to AppModuleSiteMaps");
            yield break;
        }

        HashSet<string> tables = [.. app.Descendants("AppModuleComponent")
            .Where(component => component.ValueOf("type") == "1")
            .Select(component => component.ValueOf("schemaName"))];
        foreach (XElement area in map.Descendants("SubArea").Where(area => area.Attribute("Entity") is not null
            && !tables.Contains(area.ValueOf("Entity"))))
        {
            yield return SolutionModel.At(
                map, $"table {area.ValueOf("Entity")} is no component of the app", "Add it to AppModule.xml");
        }

        List<string> ids = [.. map.Descendants().Select(element => element.ValueOf("Id")).Where(id => id.Length > 0)];
        foreach (string id in ids.Where(id => id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
            .Concat(ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key)))
        {
            yield return SolutionModel.At(
                map, $"id {id} is used twice or has forbidden characters", "Letters, digits, _; each once");
        }
    }

    private static IEnumerable<XElement> Maps(SolutionModel model) => model.Section("AppModuleSiteMaps");
}
