using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>Rules for one <c>[Step]</c>.</summary>
internal static class StepRules
{
    private const int PostOperation = 40;

    public static IEnumerable<Finding> Check(RegisteredType type, RegisteredStep step)
    {
        string place = $"{type.FullName}, [Step] {step.Message} of {step.Table}";
        return CheckEvent(step).Concat(CheckFilter(step)).Concat(CheckImages(step)).Concat(CheckTwins(type, step))
            .Select(finding => finding with { Place = place });
    }

    private static IEnumerable<Finding> CheckEvent(RegisteredStep step)
    {
        if (SdkMessageIds.Find(step.Message) is null)
        {
            yield return Of(
                $"the id of message {step.Message} is not known",
                $"Use one of {string.Join(", ", SdkMessageIds.Names)}, or add its id to cli/Solution/SdkMessageIds.cs");
        }

        if (step.Table.Length == 0 || step.Table != step.Table.ToLowerInvariant())
        {
            yield return Of("the table is no logical name", "Write it in lower case");
        }

        if (step.Stage is not (10 or 20 or PostOperation))
        {
            yield return Of($"stage {step.Stage} is not open to plugins", "Use a member of Stage");
        }

        if (step.IsAsynchronous && step.Stage != PostOperation)
        {
            yield return Of("an asynchronous step runs at stage PostOperation only", "Change Stage or Mode");
        }

        if (step.Rank < 1)
        {
            yield return Of($"rank {step.Rank} is below 1", "Count from 1");
        }

        if (string.IsNullOrWhiteSpace(step.Description))
        {
            yield return Of("has no Description", "Say the business rule in one sentence");
        }
    }

    private static IEnumerable<Finding> CheckFilter(RegisteredStep step)
    {
        if (step.Message == "Update" && step.OnChangeOf.Count == 0)
        {
            yield return Of("would run on every update", "Name the columns in OnChangeOf");
        }

        if (step.Message != "Update" && step.OnChangeOf.Count > 0)
        {
            yield return Of("OnChangeOf works for Update only", "Remove it");
        }

        foreach (string column in step.OnChangeOf.Concat(step.PreImage).Concat(step.PostImage)
            .Where(column => column.Length == 0 || column != column.Trim().ToLowerInvariant()))
        {
            yield return Of($"'{column}' is no logical name of a column", "Use a constant of xrm/Schema");
        }
    }

    private static IEnumerable<Finding> CheckImages(RegisteredStep step)
    {
        if (step.PreImage.Count > 0 && step.Message == "Create")
        {
            yield return Of("there is no row before Create", "Remove PreImage");
        }

        if (step.PostImage.Count > 0 && (step.Message == "Delete" || step.Stage != PostOperation))
        {
            yield return Of("a row after the change exists at PostOperation only, and not for Delete",
                "Remove PostImage");
        }
    }

    /// <summary>The id of a step comes from class, message, table and stage, so these must differ.</summary>
    private static IEnumerable<Finding> CheckTwins(RegisteredType type, RegisteredStep step)
    {
        bool IsTwin(RegisteredStep other) =>
            other.Message == step.Message && other.Table == step.Table && other.Stage == step.Stage;
        if (type.Steps.First(IsTwin) != step)
        {
            yield return Of("is declared twice", "Merge the two, or use two classes");
        }
    }

    private static Finding Of(string problem, string remedy) => new("", problem, remedy);
}
