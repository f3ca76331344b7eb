using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Plugins;

/// <summary>The images of one step: of its row, and, for a bulk step, one collection a row.</summary>
[DataContract(Name = "Images", Namespace = "")]
internal sealed class ContextImages
{
    [DataMember]
    public EntityImageCollection Before { get; init; } = new();

    [DataMember]
    public EntityImageCollection After { get; init; } = new();

    [DataMember]
    public EntityImageCollection[] BeforeOfRows { get; init; } = [];

    [DataMember]
    public EntityImageCollection[] AfterOfRows { get; init; } = [];
}
