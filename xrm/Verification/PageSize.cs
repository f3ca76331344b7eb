using System;

namespace CrmExtensions.Xrm.Verification;

/// <summary>How many rows a call answers with.</summary>
internal static class PageSize
{
    /// <param name="asked">0 or less: the usual number.</param>
    /// <param name="usual">Without a wish.</param>
    /// <param name="most">More is cut to this.</param>
    public static int Of(int asked, int usual, int most) => asked <= 0 ? usual : Math.Min(asked, most);
}
