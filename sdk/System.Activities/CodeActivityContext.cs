using System.Collections.Generic;

namespace System.Activities;

public class CodeActivityContext : ActivityContext
{
    internal CodeActivityContext(Guid workflowInstanceId, IReadOnlyList<ExtensionSource> extensions)
        : base(workflowInstanceId, extensions)
    {
    }
}
