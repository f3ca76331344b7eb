using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Steps refer to a type of the package and to columns that exist.</summary>
internal static class StepChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Section("SdkMessageProcessingSteps").SelectMany(step =>
            CheckType(model, step).Concat(CheckTime(step)).Concat(CheckColumns(model, step)));

    private static IEnumerable<Finding> CheckType(SolutionModel model, XElement step)
    {
        string type = step.TextOf("PluginTypeName");
        if (!model.PluginTypes.TryGetValue(type, out XElement? found))
        {
            yield return SolutionModel.At(
                step, $"PluginTypeName {type} is no type of the package", "Run `crmx solution write`");
        }
        else if (SolutionModel.IdOf(found.ValueOf("PluginTypeId")) != SolutionModel.IdOf(step.TextOf("PluginTypeId")))
        {
            yield return SolutionModel.At(
                step, "PluginTypeId does not belong to PluginTypeName", "Run `crmx solution write`");
        }

        string table = step.TextOf("PrimaryEntity");
        if (model.IsOwn(table) && !model.Tables.ContainsKey(table))
        {
            yield return SolutionModel.At(
                step, $"runs on table {table}, which is not in the solution", "Correct the [Step]");
        }
    }

    private static IEnumerable<Finding> CheckTime(XElement step)
    {
        bool isAsynchronous = step.TextOf("Mode") == "1";
        string stage = step.TextOf("Stage");
        if (stage is not ("10" or "20" or "40") || isAsynchronous && stage != "40")
        {
            yield return SolutionModel.At(
                step, $"stage {stage}, mode {step.TextOf("Mode")}", "Asynchronous is post-operation only");
        }

        if (step.TextOf("AsyncAutoDelete") == "1" && !isAsynchronous)
        {
            yield return SolutionModel.At(step, "AsyncAutoDelete on a synchronous step", "Run `crmx solution write`");
        }

        foreach (XElement image in step.Descendants("SdkMessageProcessingStepImage"))
        {
            if (image.TextOf("ImageType") is "1" or "2" && stage != "40")
            {
                yield return SolutionModel.At(image, "a post-image exists at stage 40 only", "Correct the [Step]");
            }

            if (image.TextOf("MessagePropertyName").Length == 0 || image.TextOf("EntityAlias").Length == 0)
            {
                yield return SolutionModel.At(
                    image, "an image lacks MessagePropertyName or EntityAlias", "Run `crmx solution write`");
            }
        }
    }

    private static IEnumerable<Finding> CheckColumns(SolutionModel model, XElement step) =>
        from list in step.Descendants()
            .Where(element => element.Name.LocalName is "FilteringAttributes" or "Attributes")
        from column in list.Value.Split(',', StringSplitOptions.RemoveEmptyEntries)
        where !model.HasColumn(step.TextOf("PrimaryEntity"), column)
        select SolutionModel.At(
            step, $"{list.Name}: {step.TextOf("PrimaryEntity")} has no column {column}",
            "Correct the constant in xrm/Schema");
}
