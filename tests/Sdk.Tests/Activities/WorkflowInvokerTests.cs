using System;
using System.Activities;
using System.Activities.Statements;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Sdk.Tests.Activities;

public sealed class WorkflowInvokerTests
{
    [Fact]
    public void Outputs_are_the_out_and_in_out_arguments()
    {
        IDictionary<string, object> outputs = WorkflowInvoker.Invoke(new Greeting { Name = "Ada" });

        Assert.Equal(["Counter", "Text"], [.. new SortedSet<string>(outputs.Keys)]);
    }

    [Fact]
    public void The_result_of_a_code_activity_is_an_output_and_the_return_value()
    {
        Assert.Equal(6, WorkflowInvoker.Invoke(new Product { Left = 2, Right = 3 }));
        Assert.Equal(6, new WorkflowInvoker(new Product { Left = 2, Right = 3 }).Invoke()["Result"]);
    }

    [Fact]
    public void A_required_argument_without_value_is_refused_by_name()
    {
        var refused = Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting()));

        Assert.Contains("required activity argument 'Name'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nmae")]
    [InlineData("name")]
    [InlineData("Text")]
    public void An_input_that_no_in_argument_has_is_refused_by_name(string key)
    {
        var inputs = new Dictionary<string, object> { ["Name"] = "Ada", [key] = "?" };

        var refused = Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting(), inputs));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_input_of_another_type_is_refused_by_name()
    {
        var inputs = new Dictionary<string, object> { ["Name"] = "Ada", ["Times"] = "twice" };

        var refused = Assert.Throws<ArgumentException>(() => WorkflowInvoker.Invoke(new Greeting(), inputs));

        Assert.Contains("'Times'", refused.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidCastException>(refused.InnerException);
    }

    [Fact]
    public void An_exception_of_the_activity_arrives_as_it_was_thrown()
    {
        var thrown = new FormatException("mine");

        Assert.Same(thrown, Assert.Throws<FormatException>(
            () => WorkflowInvoker.Invoke(new Acting(_ => throw thrown))));
    }

    [Fact]
    public void An_extension_is_found_by_any_type_that_it_is()
    {
        IFormattable? found = null;
        var invoker = new WorkflowInvoker(new Acting(context => found = context.GetExtension<IFormattable>()));
        invoker.Extensions.Add("no formattable");
        invoker.Extensions.Add((object)42m);

        invoker.Invoke();

        Assert.Equal(42m, found);
    }

    [Fact]
    public void An_extension_function_makes_one_for_each_run_that_asks()
    {
        int made = 0;
        var invoker = new WorkflowInvoker(new Acting(context =>
            Assert.Same(context.GetExtension<List<int>>(), context.GetExtension<List<int>>())));
        invoker.Extensions.Add(() => new List<int> { ++made });

        Assert.Equal(0, made);
        invoker.Invoke();
        invoker.Invoke();

        Assert.Equal(2, made);
    }

    [Fact]
    public void An_extension_that_nobody_offers_is_null_but_a_required_one_is_refused()
    {
        object? found = new();
        WorkflowInvoker.Invoke(new Acting(context => found = context.GetExtension<IServiceProvider>()));

        Assert.Null(found);
        Assert.Throws<ValidationException>(() => WorkflowInvoker.Invoke(new Declaring()));
    }

    [Fact]
    public void Arguments_can_be_declared_without_a_property()
    {
        var invoker = new WorkflowInvoker(new Declaring());
        invoker.Extensions.Add(new Version(9, 2));

        IDictionary<string, object> outputs = invoker.Invoke(new Dictionary<string, object> { ["Left"] = 4 });

        Assert.Equal("9.2 4", outputs["Right"]);
    }

    [Fact]
    public void One_instance_runs_in_parallel_without_mixing_values()
    {
        var greeting = new Greeting { Times = 1 };

        Parallel.For(0, 200, i => Assert.Equal(
            $"Hello {i}.",
            WorkflowInvoker.Invoke(greeting, new Dictionary<string, object> { ["Name"] = $"{i}" })["Text"]));
    }

    [Fact]
    public void What_is_not_run_is_refused_by_name()
    {
        var sequence = Assert.Throws<NotSupportedException>(() => WorkflowInvoker.Invoke(new Sequence()));
        var composed = Assert.Throws<NotSupportedException>(() => WorkflowInvoker.Invoke(new Composed()));

        Assert.Contains("System.Activities.Statements.Sequence", sequence.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(Composed), composed.Message, StringComparison.Ordinal);
        Assert.Contains("derive it from System.Activities.CodeActivity", composed.Message, StringComparison.Ordinal);
    }

    private sealed class Product : CodeActivity<int>
    {
        public InArgument<int> Left { get; set; } = null!;

        public InArgument<int> Right { get; set; } = null!;

        protected override int Execute(CodeActivityContext context) => Left.Get(context) * Right.Get(context);
    }

    private sealed class Declaring : CodeActivity
    {
        private readonly RuntimeArgument left = new("Left", typeof(int), ArgumentDirection.In);
        private readonly RuntimeArgument right = new("Right", typeof(string), ArgumentDirection.Out);

        protected override void CacheMetadata(CodeActivityMetadata metadata)
        {
            metadata.AddArgument(left);
            metadata.AddArgument(right);
            metadata.RequireExtension<Version>();
        }

        protected override void Execute(CodeActivityContext context) =>
            right.Set(context, $"{context.GetExtension<Version>()} {left.Get<int>(context)}");
    }

    private sealed class Composed : Activity
    {
        public Composed() => Implementation = () => new Acting(_ => { });
    }
}
