using System;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Registration;

/// <summary>New content of a web resource is what is served from then on; publishing changes nothing here.</summary>
internal sealed class WebResourceRule : TableRule
{
    public override string Table => "webresource";

    public override void BeforeCreate(Operation operation, Entity row) => row["ismanaged"] = false;

    public override void AfterCreate(Operation operation, Entity row) =>
        Serve(operation, row.GetAttributeValue<string>("name"), row);

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) =>
        ManagedRows.RefuseUpdate(operation, before);

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) =>
        Serve(operation, before.GetAttributeValue<string>("name"), changes);

    public override void BeforeDelete(Operation operation, Entity before) => ManagedRows.RefuseDelete(before);

    public override void AfterDelete(Operation operation, Entity before)
    {
        Registry registry = operation.Registry;
        string name = before.GetAttributeValue<string>("name");
        operation.Unit.AfterCommit(() => registry.RemoveParts(part => part.Kind == "WebResource" && part.Name == name));
    }

    private static void Serve(Operation operation, string name, Entity row)
    {
        string? text = row.GetAttributeValue<string>("content");
        if (text is null)
        {
            return;
        }

        byte[] content = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64String(text, content, out int length))
        {
            throw Fault.Because(ErrorCodes.InvalidArgument, $"'content' of the web resource '{name}' must be base64.");
        }

        WebResourceSize.Check(length, operation.Engine.Options.Limits.WebResourceBytes);
        Registry registry = operation.Registry;
        SolutionPart? known = null;
        foreach (SolutionPart part in registry.Parts)
        {
            known = part.Kind == "WebResource" && part.Name == name ? part : known;
        }

        SolutionPart served = new()
        {
            Kind = "WebResource",
            Name = name,
            Definition = known?.Definition,
            Content = content[..length],
            Solution = known?.Solution ?? string.Empty,
        };
        operation.Unit.AfterCommit(() => registry.Add(served));
    }
}
