using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "MemoFormatName", Namespace = ContractNamespace.Xrm90Metadata)]
public sealed class MemoFormatName : ConstantsBase<string>
{
    public static readonly MemoFormatName Text = Add<MemoFormatName>(nameof(Text));
    public static readonly MemoFormatName TextArea = Add<MemoFormatName>(nameof(TextArea));
    public static readonly MemoFormatName Email = Add<MemoFormatName>(nameof(Email));
    public static readonly MemoFormatName Json = Add<MemoFormatName>(nameof(Json));
    public static readonly MemoFormatName RichText = Add<MemoFormatName>(nameof(RichText));

    public static implicit operator MemoFormatName(string formatName) => Create<MemoFormatName>(formatName);

    public static bool operator ==(MemoFormatName stringFormatA, MemoFormatName stringFormatB) =>
        ReferenceEquals(stringFormatA, stringFormatB)
        || (stringFormatA is not null && stringFormatA.Equals(stringFormatB));

    public static bool operator !=(MemoFormatName stringFormatA, MemoFormatName stringFormatB) =>
        !(stringFormatA == stringFormatB);

    /// <summary>Equal to its name as a string too, whatever the case.</summary>
    public override bool Equals(object obj) => obj switch
    {
        string name => StringComparer.OrdinalIgnoreCase.Equals(Value, name),
        MemoFormatName other => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value),
        _ => false,
    };

    public override int GetHashCode() => Value.GetHashCode();

    protected override bool ValueExistsInList(string value) =>
        ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
