namespace Dataverse.Local.Pipeline;

/// <summary>Numbers are the platform's.</summary>
public enum ImageType
{
    /// <summary>The row before the main operation.</summary>
    PreImage = 0,

    /// <summary>The row after the main operation; only steps in stage 40 have one.</summary>
    PostImage = 1,

    /// <summary>Both, under one alias.</summary>
    Both = 2,
}
