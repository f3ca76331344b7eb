namespace Microsoft.Xrm.Sdk.Client;

public enum MergeOption
{
    AppendOnly = 0,
    OverwriteChanges = 1,
    PreserveChanges = 2,
    NoTracking = 3,
}
