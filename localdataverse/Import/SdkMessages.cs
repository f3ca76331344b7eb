using System;
using System.Collections.Generic;

namespace Dataverse.Local.Import;

/// <summary>
/// Ids of the platform's messages that are the same in every organisation. Only ids that can be seen in public
/// solutions are listed; another id is refused, never guessed.
/// </summary>
internal static class SdkMessages
{
    private static readonly Dictionary<Guid, string> Names = new()
    {
        [new Guid("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Create",
        [new Guid("20bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "Update",
        [new Guid("a1bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Delete",
        [new Guid("f2bdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Retrieve",
        [new Guid("03bebb1b-ea3e-db11-86a7-000a3a5473e8")] = "RetrieveMultiple",
        [new Guid("8cbdbb1b-ea3e-db11-86a7-000a3a5473e8")] = "Assign",
        [new Guid("1cbebb1b-ea3e-db11-86a7-000a3a5473e8")] = "SetState",
    };

    public static IReadOnlyDictionary<Guid, string> All => Names;

    public static string? NameOf(Guid id) => Names.GetValueOrDefault(id);
}
