using System;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>A write may demand that nobody has written the row since it was read.</summary>
internal static class RowVersions
{
    public static void Check(EntityReference target, Entity before, ConcurrencyBehavior behavior)
    {
        if (behavior != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return;
        }

        if (string.IsNullOrEmpty(target.RowVersion))
        {
            throw Fault.Because(
                ErrorCodes.ConcurrencyVersionNotProvided,
                "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.");
        }

        if (!string.Equals(target.RowVersion, before.RowVersion, StringComparison.Ordinal))
        {
            throw Fault.Because(
                ErrorCodes.ConcurrencyVersionMismatch,
                "The version of the existing record doesn't match the RowVersion property provided.");
        }
    }
}
