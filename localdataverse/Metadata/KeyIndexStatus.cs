namespace Dataverse.Local.Metadata;

/// <summary>How far the index of an alternate key is; numbers as in the SDK's EntityKeyIndexStatus.</summary>
internal enum KeyIndexStatus
{
    Pending = 0,
    InProgress = 1,
    Active = 2,
    Failed = 3,
}
