using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Label", Namespace = ContractNamespace.Xrm2011)]
public sealed class Label : IExtensibleDataObject
{
    private LocalizedLabelCollection _localizedLabels;

    public Label()
    {
    }

    /// <summary>The user's label stays null: only the server knows the user's language.</summary>
    public Label(string label, int languageCode)
    {
        LocalizedLabels.Add(new LocalizedLabel(label, languageCode));
    }

    public Label(LocalizedLabel userLocalizedLabel, LocalizedLabel[] labels)
    {
        UserLocalizedLabel = userLocalizedLabel;
        LocalizedLabels.AddRange(labels);
    }

    public Label(LocalizedLabel userLocalizedLabel, List<LocalizedLabel> labels)
    {
        UserLocalizedLabel = userLocalizedLabel;
        LocalizedLabels.AddRange(labels);
    }

    [DataMember]
    public LocalizedLabelCollection LocalizedLabels
    {
        get => _localizedLabels ??= new LocalizedLabelCollection();
        internal set => _localizedLabels = value;
    }

    /// <summary>The label in the caller's language, or in the organisation's if there is none.</summary>
    [DataMember]
    public LocalizedLabel UserLocalizedLabel { get; set; }

    public ExtensionDataObject ExtensionData { get; set; }
}
