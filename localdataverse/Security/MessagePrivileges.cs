using System.Collections.Frozen;
using System.Collections.Generic;

namespace Dataverse.Local.Security;

/// <summary>Messages that ask for a privilege of their own instead of one on a row.</summary>
internal static class MessagePrivileges
{
    private static readonly FrozenDictionary<string, string> ByMessage = new Dictionary<string, string>
    {
        ["ImportSolution"] = "prvImportCustomization",
        ["ImportSolutionAsync"] = "prvImportCustomization",
        ["DeleteAndPromote"] = "prvImportCustomization",
        ["DeleteAndPromoteAsync"] = "prvImportCustomization",
        ["StageAndUpgrade"] = "prvImportCustomization",
        ["StageAndUpgradeAsync"] = "prvImportCustomization",
        ["ExportSolution"] = "prvExportCustomization",
        ["PublishXml"] = "prvPublishCustomization",
        ["PublishAllXml"] = "prvPublishCustomization",
        ["CreateEntity"] = "prvCreateEntity",
        ["CreateEntityKey"] = "prvCreateEntity",
        ["ReactivateEntityKey"] = "prvCreateEntity",
        ["CreateAttribute"] = "prvCreateAttribute",
        ["CreateOneToMany"] = "prvCreateRelationship",
        ["CreateManyToMany"] = "prvCreateRelationship",
        ["CreateOptionSet"] = "prvCreateOptionSet",
        ["BulkDelete"] = "prvBulkDelete",
    }.ToFrozenDictionary();

    /// <summary>Privileges that belong to no table: those above and the other ones that the engine asks for.</summary>
    public static IEnumerable<string> WithoutTable =>
    [
        .. new SortedSet<string>(ByMessage.Values), AccessGate.ActOnBehalf, "prvBypassCustomPlugins",
        "prvBypassCustomBusinessLogic",
    ];

    /// <summary>Null: the message asks for none.</summary>
    public static string? Of(string message) => ByMessage.GetValueOrDefault(message);
}
