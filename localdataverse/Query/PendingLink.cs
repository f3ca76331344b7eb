using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>A link whose source exists already, so that conditions anywhere may name it, and whose own columns and
/// filter are read afterwards.</summary>
internal sealed class PendingLink
{
    public PendingLink(Source source, LinkEntity link)
    {
        Source = source;
        Link = link;
    }

    public Source Source { get; }

    public LinkEntity Link { get; }
}
