namespace Dataverse.Local.Tests.Workflows;

/// <summary>XAML of workflows in the shape that the designer writes.</summary>
internal static class WorkflowText
{
    private const string Platform =
        "Microsoft.Crm.Workflow, Version=9.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    /// <summary>Greets a constant name.</summary>
    public static string GreetConstant(string name) => Workflow(Greet(
        Evaluate("CreateCrmType", $"Microsoft.Xrm.Sdk.Workflow.WorkflowPropertyType.String, \"{name}\", \"String\"")));

    /// <summary>Greets the row by a column of it.</summary>
    public static string GreetColumn(string row, string column) => Workflow(Greet($$"""
        <mxswa:GetEntityProperty Attribute="{{column}}" Entity='[InputEntities("{{row}}")]' EntityName="account"
            Value="[CustomActivityStep1_2]" />
        """ + Evaluate("SelectFirstNonNull", "CustomActivityStep1_2")));

    /// <summary>Has a step that creates a row.</summary>
    public static string Create() => Workflow("""
        <Sequence DisplayName="CreateStep1: Create a task">
          <mxswa:CreateEntity EntityName="task" DisplayName="Create a task" />
        </Sequence>
        """);

    private static string Workflow(string steps) => $"""
        <Activity x:Class="XrmWorkflow1" xmlns="http://schemas.microsoft.com/netfx/2009/xaml/activities"
            xmlns:mxswa="clr-namespace:Microsoft.Xrm.Sdk.Workflow.Activities;assembly=Microsoft.Xrm.Sdk.Workflow"
            xmlns:sco="clr-namespace:System.Collections.ObjectModel;assembly=mscorlib"
            xmlns:s="clr-namespace:System;assembly=mscorlib"
            xmlns:x="http://schemas.microsoft.com/winfx/2006/xaml">
          <mxswa:Workflow>
            <mxswa:Workflow.Variables>
              <Variable x:TypeArguments="x:String" Name="CustomActivityStep1Greeting_localParameter" />
            </mxswa:Workflow.Variables>
            {steps}
            <Persist />
          </mxswa:Workflow>
        </Activity>
        """;

    private static string Greet(string input) => $"""
        <mxswa:ActivityReference AssemblyQualifiedName="Microsoft.Crm.Workflow.Activities.Composite, {Platform}"
            DisplayName="CustomActivityStep1: Greet">
          <mxswa:ActivityReference.Properties>
            <sco:Collection x:TypeArguments="Variable" x:Key="Variables">
              <Variable x:TypeArguments="x:Object" Name="CustomActivityStep1_1" />
            </sco:Collection>
            <sco:Collection x:TypeArguments="Activity" x:Key="Activities">
              {input}
              <mxswa:ActivityReference DisplayName="ConvertCrmXrmTypes"
                  AssemblyQualifiedName="Microsoft.Crm.Workflow.Activities.ConvertCrmXrmTypes, {Platform}">
                <mxswa:ActivityReference.Arguments>
                  <InArgument x:TypeArguments="x:Object" x:Key="Value">[CustomActivityStep1_1]</InArgument>
                  <OutArgument x:TypeArguments="x:Object" x:Key="Result">[CustomActivityStep1_1_converted]</OutArgument>
                </mxswa:ActivityReference.Arguments>
              </mxswa:ActivityReference>
              <mxswa:ActivityReference DisplayName="CustomActivityStep1: Greet"
                  AssemblyQualifiedName="TestPlugins.GreetActivity, LocalDataverse.Tests.Plugins, Version=1.2.3.4">
                <mxswa:ActivityReference.Arguments>
                  <InArgument x:Key="Name">[DirectCast(CustomActivityStep1_1_converted, System.String)]</InArgument>
                  <OutArgument x:Key="Greeting">[CustomActivityStep1Greeting_localParameter]</OutArgument>
                </mxswa:ActivityReference.Arguments>
              </mxswa:ActivityReference>
            </sco:Collection>
          </mxswa:ActivityReference.Properties>
        </mxswa:ActivityReference>
        """;

    private static string Evaluate(string op, string parameters) => $$"""
        <mxswa:ActivityReference DisplayName="EvaluateExpression"
            AssemblyQualifiedName="Microsoft.Crm.Workflow.Activities.EvaluateExpression, {{Platform}}">
          <mxswa:ActivityReference.Arguments>
            <InArgument x:TypeArguments="x:String" x:Key="ExpressionOperator">{{op}}</InArgument>
            <InArgument x:TypeArguments="s:Object[]" x:Key="Parameters">[New Object() { {{parameters}} }]</InArgument>
            <OutArgument x:TypeArguments="x:Object" x:Key="Result">[CustomActivityStep1_1]</OutArgument>
          </mxswa:ActivityReference.Arguments>
        </mxswa:ActivityReference>
        """;
}
