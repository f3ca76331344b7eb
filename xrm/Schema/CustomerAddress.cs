using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>An address of an account or a contact, which a document may be billed to.</summary>
[EntityLogicalName(Table)]
internal sealed class CustomerAddress : Entity
{
    public const string Table = "customeraddress";

    public CustomerAddress()
        : base(Table)
    {
    }

    public EntityReference? ParentId => this.Link(Columns.ParentId);

    public static class Columns
    {
        public const string Id = "customeraddressid", ParentId = "parentid";
    }
}
