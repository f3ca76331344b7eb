using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Changes of rows that were read first: they go through only if nobody has written the row since, otherwise the
/// platform refuses the whole operation.
/// </summary>
internal static class Versioned
{
    public static void Update(IOrganizationService service, Entity read, Entity changes)
    {
        var target = new Entity(read.LogicalName, read.Id) { RowVersion = read.RowVersion };
        target.Attributes.AddRange(changes.Attributes);
        service.Execute(new UpdateRequest
        {
            Target = target,
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }
}
