using System;

namespace CrmExtensions.Domain;

/// <summary>
/// States what the calling code must have made sure of. A violation is a programming error, never the user's doing:
/// it is thrown in every build, because points must not be booked on a wrong assumption.
/// </summary>
public static class Require
{
    public static void That(bool condition, string expectation)
    {
        if (!condition) throw new InvalidOperationException("Programming error, expected: " + expectation);
    }
}
