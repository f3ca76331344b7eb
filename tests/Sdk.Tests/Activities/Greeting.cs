using System.Activities;

namespace Sdk.Tests.Activities;

/// <summary>One argument of each direction; none is created by the class itself.</summary>
public sealed class Greeting : CodeActivity
{
    [RequiredArgument]
    public InArgument<string> Name { get; set; } = null!;

    public InArgument<int> Times { get; set; } = new(2);

    public InOutArgument<int> Counter { get; set; } = null!;

    public OutArgument<string> Text { get; set; } = null!;

    protected override void Execute(CodeActivityContext context)
    {
        string text = string.Empty;
        for (int i = 0; i < Times.Get(context); i++)
        {
            text += $"Hello {Name.Get(context)}. ";
        }

        Counter.Set(context, Counter.Get(context) + 1);
        Text.Set(context, text.TrimEnd());
    }
}
