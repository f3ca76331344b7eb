using System;

namespace Microsoft.Xrm.Sdk.Client;

[Flags]
public enum SaveChangesOptions
{
    None = 0,
    ContinueOnError = 1,
}
