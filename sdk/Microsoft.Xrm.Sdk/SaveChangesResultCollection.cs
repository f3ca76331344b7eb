using System.Collections.ObjectModel;
using System.Linq;
using Microsoft.Xrm.Sdk.Client;

namespace Microsoft.Xrm.Sdk;

public sealed class SaveChangesResultCollection : Collection<SaveChangesResult>
{
    internal SaveChangesResultCollection(SaveChangesOptions options)
    {
        Options = options;
    }

    public bool HasError => Items.Any(result => result.Error != null);

    public SaveChangesOptions Options { get; }
}
