namespace System.Activities;

/// <summary>The argument needs a value before the run: an input of its name, or an expression of its own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequiredArgumentAttribute : Attribute
{
    public override object TypeId => this;
}
