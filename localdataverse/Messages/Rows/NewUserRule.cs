using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>Every user has settings from the first day: base language, UTC.</summary>
internal sealed class NewUserRule : TableRule
{
    private const string Settings = "usersettings";

    public override string Table => "systemuser";

    public static Entity SettingsOf(System.Guid userId, int language) => new(Settings, userId)
    {
        ["systemuserid"] = userId,
        ["timezonecode"] = TimeZoneCode.Utc,
        ["uilanguageid"] = language,
        ["localeid"] = language,
        ["paginglimit"] = 50,
    };

    public override void AfterCreate(Operation operation, Entity row)
    {
        int language = operation.Engine.Options.Languages[0];
        operation.Session.Insert(operation.Tables.Get(Settings), SettingsOf(row.Id, language));
        operation.Engine.Readers.Forget(operation.Unit);
    }

    public override void AfterUpdate(Operation operation, Entity changes, Entity before)
    {
        if (changes.Contains("businessunitid")) operation.Engine.Readers.Forget(operation.Unit);
    }

    public override void AfterDelete(Operation operation, Entity before)
    {
        operation.Session.Delete(operation.Tables.Get(Settings), before.Id);
        operation.Engine.Readers.Forget(operation.Unit);
    }
}
