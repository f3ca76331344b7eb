using System.Globalization;

namespace CrmExtensions.Domain.Tests;

internal static class Culture
{
    public static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
}
