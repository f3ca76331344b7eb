using System;
using System.Activities;

namespace Sdk.Tests.Activities;

/// <summary>Runs what the test hands it.</summary>
public sealed class Acting(Action<CodeActivityContext> act) : CodeActivity
{
    public InArgument<string> Note { get; set; } = null!;

    protected override void Execute(CodeActivityContext context) => act(context);
}
