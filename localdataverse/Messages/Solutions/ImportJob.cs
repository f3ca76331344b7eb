using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Registration;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>
/// The row of importjob, in which tools follow an import and read how it ended: progress in percent and, in data, one
/// result for the solution and one for each component.
/// </summary>
internal sealed class ImportJob
{
    private const string TableName = "importjob";

    private readonly Operation _operation;
    private readonly Guid _id;

    public ImportJob(Operation operation, Guid id)
    {
        _operation = operation;
        _id = id;
    }

    public void Start()
    {
        if (_operation.Session.Exists(_operation.Tables.Get(TableName), _id))
        {
            throw Fault.Because(
                ErrorCodes.DuplicateRecord, $"Cannot insert duplicate key: there is an import job {_id} already.");
        }

        Put(0, row => row["startedon"] = _operation.Engine.Now());
    }

    public void Succeed(ImportResult result) => Put(100, row =>
    {
        row["solutionname"] = result.Solution;
        row["name"] = result.Solution;
        row["solutionid"] = NameId.Of("solution", result.Solution);
        row["operationcontext"] = result.Outcome.ToString();
        row["completedon"] = _operation.Engine.Now();
        row["data"] = Text(Document(true, Manifest(result), Components(result)));
    });

    public void Fail(OrganizationServiceFault fault) => Put(0, row =>
    {
        row["completedon"] = _operation.Engine.Now();
        row["data"] = Text(Document(false, new XElement("solutionManifests", new XElement("solutionManifest",
            Result("failure", Hex(fault.ErrorCode), fault.Message))), null));
    });

    private static XElement Document(bool succeeded, XElement manifests, XElement? components) => new(
        "importexportxml",
        new XAttribute("progress", succeeded ? "100.00" : "0.00"),
        new XAttribute("processed", "true"),
        new XAttribute("succeeded", succeeded ? "true" : "false"),
        manifests,
        components);

    private static XElement Manifest(ImportResult result) => new("solutionManifests", new XElement("solutionManifest",
        new XAttribute("id", result.Solution),
        new XElement("UniqueName", result.Solution),
        new XElement("Version", result.Version.ToString()),
        new XElement("Managed", result.IsManaged ? "1" : "0"),
        Result("success", "0", string.Empty)));

    private static XElement Components(ImportResult result) => new("components", result.Components.Select(component =>
        new XElement("component",
            new XAttribute("type", component.Kind),
            new XAttribute("name", component.Name),
            component.Use == ComponentUse.Applied
                ? Result("success", "0", string.Empty)
                : Result("warning", "0", component.Why))));

    private static XElement Result(string result, string code, string text) => new(
        "result",
        new XAttribute("result", result),
        new XAttribute("errorcode", code),
        new XAttribute("errortext", text));

    private static string Hex(int code) => string.Create(CultureInfo.InvariantCulture, $"0x{code:X8}");

    private static string Text(XElement document) => document.ToString(SaveOptions.DisableFormatting);

    private void Put(double progress, Action<Entity> fill)
    {
        Entity row = new(TableName, _id) { ["progress"] = progress };
        fill(row);
        new PlatformRows(_operation.Engine, _operation.Session).Put(row);
    }
}
