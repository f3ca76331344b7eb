using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>A product of a bundle or of a kit.</summary>
[EntityLogicalName(Table)]
internal sealed class BundlePart : Entity
{
    public const string Table = "productassociation";

    public BundlePart()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "productassociationid", BundleId = "productid", PartId = "associatedproduct";
        public const string State = "statecode";
    }
}
