using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "StringFormatName", Namespace = ContractNamespace.Xrm2013Metadata)]
public sealed class StringFormatName : ConstantsBase<string>
{
    public static readonly StringFormatName Email = Add<StringFormatName>(nameof(Email));
    public static readonly StringFormatName Text = Add<StringFormatName>(nameof(Text));
    public static readonly StringFormatName TextArea = Add<StringFormatName>(nameof(TextArea));
    public static readonly StringFormatName Url = Add<StringFormatName>(nameof(Url));
    public static readonly StringFormatName TickerSymbol = Add<StringFormatName>(nameof(TickerSymbol));
    public static readonly StringFormatName PhoneticGuide = Add<StringFormatName>(nameof(PhoneticGuide));
    public static readonly StringFormatName VersionNumber = Add<StringFormatName>(nameof(VersionNumber));
    public static readonly StringFormatName Phone = Add<StringFormatName>(nameof(Phone));
    public static readonly StringFormatName Json = Add<StringFormatName>(nameof(Json));
    public static readonly StringFormatName RichText = Add<StringFormatName>(nameof(RichText));

    public static implicit operator StringFormatName(string formatName) => Create<StringFormatName>(formatName);

    public static bool operator ==(StringFormatName stringFormatA, StringFormatName stringFormatB) =>
        ReferenceEquals(stringFormatA, stringFormatB)
        || (stringFormatA is not null && stringFormatA.Equals(stringFormatB));

    public static bool operator !=(StringFormatName stringFormatA, StringFormatName stringFormatB) =>
        !(stringFormatA == stringFormatB);

    /// <summary>Equal to its name as a string too, whatever the case.</summary>
    public override bool Equals(object obj) => obj switch
    {
        string name => StringComparer.OrdinalIgnoreCase.Equals(Value, name),
        StringFormatName other => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value),
        _ => false,
    };

    public override int GetHashCode() => Value.GetHashCode();

    protected override bool ValueExistsInList(string value) =>
        ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
