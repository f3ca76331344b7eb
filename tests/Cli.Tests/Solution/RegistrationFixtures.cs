using System.Activities;
using CrmExtensions.Xrm.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Cli.Tests.Solution;

/// <summary>A plugin with everything a step can say.</summary>
[Step(Message.Update, "salesorder", Stage.PostOperation,
    Mode = Mode.Asynchronous, Rank = 7, Description = "Counts what was ordered.",
    OnChangeOf = new[] { "statecode", "customerid" },
    PreImage = new[] { "statecode" }, PostImage = new[] { "customerid" })]
[Step(Message.Create, "con_thing", Stage.PreValidation, Description = "Refuses what is not allowed.")]
public sealed class CountOrders : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}

[CustomApi("con_Weigh", "Weigh", "Wiegen",
    Description = "Weighs a thing.", DescriptionGerman = "Wiegt ein Ding.",
    ExecutePrivilege = "prvReadcon_Thing", IsFunction = true)]
[RequestParameter("Thing", ParameterType.EntityReference, "Thing", "Ding", Table = "con_thing")]
[RequestParameter("Unit", ParameterType.String, "Unit", "Einheit", IsOptional = true)]
[ResponseProperty("Weight", ParameterType.Decimal, "Weight", "Gewicht", Description = "In kilograms.")]
public sealed class Weigh : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}

[Activity("Contoso Things")]
public sealed class PolishThing : CodeActivity
{
    protected override void Execute(CodeActivityContext context)
    {
    }
}

public sealed class ForgottenPlugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}
