using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Limits;

/// <summary>How large the content of a web resource may be, written or imported.</summary>
internal static class WebResourceSize
{
    public static void Check(long length, int? most)
    {
        if (length > most)
        {
            throw Fault.Because(ImportErrorCodes.WebResourceSize, "Webresource content size is too big.");
        }
    }
}
