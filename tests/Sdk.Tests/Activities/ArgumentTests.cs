using System;
using System.Activities;
using System.Collections.Generic;

namespace Sdk.Tests.Activities;

public sealed class ArgumentTests
{
    private static readonly InArgument<string> Undeclared = new("never asked");

    [Fact]
    public void A_null_argument_property_gets_a_fresh_argument()
    {
        var greeting = new Greeting();

        WorkflowInvoker.Invoke(greeting, Inputs("Ada"));

        Assert.NotNull(greeting.Name);
        Assert.NotNull(greeting.Counter);
        Assert.NotNull(greeting.Text);
    }

    [Fact]
    public void An_argument_keeps_nothing_of_a_run()
    {
        var greeting = new Greeting();
        WorkflowInvoker.Invoke(greeting, new Dictionary<string, object> { ["Name"] = "Ada", ["Counter"] = 7 });

        IDictionary<string, object> second = WorkflowInvoker.Invoke(greeting, Inputs("Grace"));

        Assert.Equal("Hello Grace. Hello Grace.", second["Text"]);
        Assert.Equal(1, second["Counter"]);
    }

    [Fact]
    public void A_constant_is_the_value_unless_an_input_says_otherwise()
    {
        IDictionary<string, object> byDefault = WorkflowInvoker.Invoke(new Greeting(), Inputs("Ada"));
        IDictionary<string, object> once = WorkflowInvoker.Invoke(
            new Greeting(), new Dictionary<string, object> { ["Name"] = "Ada", ["Times"] = 1 });

        Assert.Equal("Hello Ada. Hello Ada.", byDefault["Text"]);
        Assert.Equal("Hello Ada.", once["Text"]);
    }

    [Fact]
    public void A_value_becomes_an_argument_by_itself()
    {
        var greeting = new Greeting { Name = "Ada", Times = 1 };

        Assert.Equal("Hello Ada.", WorkflowInvoker.Invoke(greeting)["Text"]);
    }

    [Fact]
    public void A_lambda_is_evaluated_once_in_every_run()
    {
        var runs = new Queue<int>([1, 2, 3]);
        var greeting = new Greeting { Name = "Ada", Times = new InArgument<int>(context => runs.Dequeue()) };

        WorkflowInvoker.Invoke(greeting);
        IDictionary<string, object> second = WorkflowInvoker.Invoke(greeting);

        Assert.Equal("Hello Ada. Hello Ada.", second["Text"]);
        Assert.Equal([3], runs);
    }

    [Fact]
    public void An_output_lambda_names_the_place_to_write_to()
    {
        var greeting = new Greeting { Name = "Ada", Times = 1 };
        var other = new Acting(_ => { });
        greeting.Text = new OutArgument<string>(context => other.DisplayName);

        WorkflowInvoker.Invoke(greeting);

        Assert.Equal("Hello Ada.", other.DisplayName);
    }

    [Fact]
    public void Only_value_types_and_strings_can_be_literals()
    {
        var listing = new Listing { Names = new InArgument<List<string>>(["Ada"]) };

        var wrong = Assert.Throws<InvalidWorkflowException>(() => WorkflowInvoker.Invoke(listing));

        Assert.Contains("cannot be used as a literal", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_of_no_activity_has_no_value()
    {
        var stray = new Acting(context => Undeclared.Get(context));

        Assert.Throws<InvalidOperationException>(() => WorkflowInvoker.Invoke(stray));
    }

    [Fact]
    public void Values_end_with_the_run()
    {
        CodeActivityContext? kept = null;
        var keeping = new Acting(context => kept = context);
        WorkflowInvoker.Invoke(keeping);

        Assert.Throws<ObjectDisposedException>(() => keeping.Note.Get(kept!));
    }

    [Theory]
    [InlineData(ArgumentDirection.In, typeof(InArgument<Guid>))]
    [InlineData(ArgumentDirection.Out, typeof(OutArgument<Guid>))]
    [InlineData(ArgumentDirection.InOut, typeof(InOutArgument<Guid>))]
    public void An_argument_is_created_by_type_and_direction(ArgumentDirection direction, Type expected)
    {
        var argument = Argument.Create(typeof(Guid), direction);

        Assert.IsType(expected, argument);
        Assert.Equal(direction, argument.Direction);
        Assert.Equal(typeof(Guid), argument.ArgumentType);
    }

    private static Dictionary<string, object> Inputs(string name) => new() { ["Name"] = name };

    private sealed class Listing : CodeActivity
    {
        public InArgument<List<string>> Names { get; set; } = null!;

        protected override void Execute(CodeActivityContext context) => Names.Get(context);
    }
}
