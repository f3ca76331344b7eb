using System.Activities;

namespace Sdk.Tests.Activities;

public sealed class IdentityTests
{
    [Fact]
    public void The_stand_in_has_the_identity_that_workflow_assemblies_ask_for() => Assert.Equal(
        "System.Activities, Version=4.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35",
        typeof(CodeActivity).Assembly.FullName);
}
