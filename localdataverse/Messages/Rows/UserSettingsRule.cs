using System.Globalization;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Settings decide how their user reads: they are checked when they are written, and known anew.</summary>
internal sealed class UserSettingsRule : TableRule
{
    public override string Table => "usersettings";

    public override void BeforeCreate(Operation operation, Entity row) => Check(row);

    public override void AfterCreate(Operation operation, Entity row) => Forget(operation);

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before) => Check(changes);

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) => Forget(operation);

    public override void AfterDelete(Operation operation, Entity before) => Forget(operation);

    private static void Forget(Operation operation) => operation.Engine.Readers.Forget(operation.Unit);

    private static void Check(Entity row)
    {
        if (row.GetAttributeValue<int?>("timezonecode") is { } zone && TimeZoneCode.Find(zone) is null)
            throw Refused("timezonecode", zone);
        foreach (string column in new[] { "uilanguageid", "localeid" })
        {
            if (row.GetAttributeValue<int?>(column) is { } language and not 0 && !IsKnown(language))
                throw Refused(column, language);
        }
    }

    private static bool IsKnown(int language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language).LCID == language;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static System.Exception Refused(string column, int value) =>
        Fault.Because(ErrorCodes.InvalidArgument, $"The local Dataverse does not know the {column} {value}.");
}
