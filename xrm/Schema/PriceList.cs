using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>Begin and end are days; an inactive list sells nothing.</summary>
[EntityLogicalName(Table)]
internal sealed class PriceList : Entity
{
    public const string Table = "pricelevel";
    public const int Active = 0;

    public PriceList()
        : base(Table)
    {
    }

    public static class Columns
    {
        public const string Id = "pricelevelid", State = "statecode", BeginsOn = "begindate", EndsOn = "enddate";
    }
}
