using System;

namespace Dataverse.Local.Pipeline;

/// <summary>What the platform refuses at registration.</summary>
internal static class StepRules
{
    public static void Check(Step step)
    {
        if (step.Stage is not (Stage.PreValidation or Stage.PreOperation or Stage.PostOperation))
        {
            throw Refuse(step, "Invalid plug-in registration stage. Steps run in stage 10, 20 or 40.");
        }

        if (step.Mode == StepMode.Asynchronous && step.Stage != Stage.PostOperation)
        {
            throw Refuse(step, "Asynchronous steps run in stage 40 only.");
        }

        if (step.FilteringColumns.Count > 0 && step.Message is not ("Update" or "UpdateMultiple"))
        {
            throw Refuse(step, "Filtering columns belong to steps on Update.");
        }

        if (step.Table is not null && step.Message is ("Associate" or "Disassociate"))
        {
            throw Refuse(step, "Steps on this message are registered for no table: they ask which Relationship it is.");
        }

        foreach (StepImage image in step.Images)
        {
            CheckImage(step, image);
        }
    }

    private static void CheckImage(Step step, StepImage image)
    {
        if (image.Type != ImageType.PreImage && step.Stage != Stage.PostOperation)
        {
            throw Refuse(step, "PreEvent step registration does not support Post Image.");
        }

        bool wrong = step.Message switch
        {
            "Create" or "CreateMultiple" => image.Type != ImageType.PostImage,
            "Delete" => image.Type != ImageType.PreImage,
            "Update" or "UpdateMultiple" or "SetState" or "SetStateDynamicEntity" or "Assign" => false,
            "Merge" when image.MessagePropertyName == "Target" => false,
            "Merge" => throw Fault.NotSupported($"An image of {image.MessagePropertyName} in a step on Merge"),
            _ => throw Refuse(step, $"Message '{step.Message}' does not support image registration."),
        };
        if (wrong)
        {
            throw Refuse(step, $"Message {step.Message} does not support this image type.");
        }
    }

    private static Exception Refuse(Step step, string why) =>
        Fault.Because(ErrorCodes.InvalidArgument, $"Step of {step.PluginType} on {step.Message}: {why}");
}
