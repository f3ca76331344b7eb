using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>What the platform, or this house, refuses in the registration attributes. Places are class names.</summary>
internal static class RegistrationRules
{
    public static IEnumerable<Finding> Check(RegisteredAssembly assembly) =>
        CheckSignature(assembly)
            .Concat(assembly.Types.SelectMany(CheckType))
            .Concat(assembly.Types.SelectMany(type => type.Steps.SelectMany(step => StepRules.Check(type, step))))
            .Concat(assembly.Types.SelectMany(CustomApiRules.Check))
            .Concat(CheckOrder(assembly));

    private static IEnumerable<Finding> CheckSignature(RegisteredAssembly assembly)
    {
        if (!assembly.FullName.Contains("PublicKeyToken=") || assembly.FullName.EndsWith("PublicKeyToken=null"))
        {
            yield return new Finding(assembly.Name, "is not signed (0x8004416c)", "Set SignAssembly and the key file");
        }
    }

    private static IEnumerable<Finding> CheckType(RegisteredType type)
    {
        if (!type.IsPublic)
        {
            yield return new Finding(
                type.FullName, "is not public, so the platform cannot create it", "Make it public");
        }

        if (type.IsPlugin && type.Steps.Count == 0 && type.CustomApi is null)
        {
            yield return new Finding(
                type.FullName, "is a plugin that nothing runs", "Add [Step] or [CustomApi], or remove it");
        }

        if (!type.IsPlugin && (type.Steps.Count > 0 || type.CustomApi is not null))
        {
            yield return new Finding(
                type.FullName, "has [Step] or [CustomApi] but is no IPlugin", "Derive it from PluginBase");
        }

        if (type.IsActivity && string.IsNullOrWhiteSpace(type.ActivityGroup))
        {
            yield return new Finding(
                type.FullName, "is an activity without a group in the designer", "Add [Activity(\"group\")]");
        }

        if (!type.IsActivity && type.ActivityGroup is not null)
        {
            yield return new Finding(
                type.FullName, "has [Activity] but is no CodeActivity", "Derive it from CodeActivity");
        }
    }

    /// <summary>Two steps with the same rank run in an order that nobody decided.</summary>
    private static IEnumerable<Finding> CheckOrder(RegisteredAssembly assembly) =>
        from type in assembly.Types
        from step in type.Steps
        group type by $"{step.Message} of {step.Table}, {step.StageName}, mode {step.Mode}, rank {step.Rank}" into place
        where place.Count() > 1
        select new Finding(
            string.Join(", ", place.Select(type => type.Name)),
            $"run in no defined order: {place.Key}",
            "Give each its own Rank");
}
