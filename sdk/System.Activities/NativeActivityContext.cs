namespace System.Activities;

/// <summary>Never created: native activities are refused before they run.</summary>
public class NativeActivityContext : ActivityContext
{
    private NativeActivityContext()
        : base(Guid.Empty, [])
    {
    }
}
