using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.Schema;

/// <summary>
/// Own choices number their options from <see cref="First"/>; the domain's enums number theirs from 0. An option
/// that was
/// added by somebody else becomes a number that no enum defines, so that checks can name it.
/// </summary>
internal static class Choice
{
    public const int First = 884320000;

    public static OptionSetValue? Of(int? number) => number is { } value ? new OptionSetValue(First + value) : null;

    public static int? NumberOf(OptionSetValue? option) => option is null ? null : option.Value - First;
}
