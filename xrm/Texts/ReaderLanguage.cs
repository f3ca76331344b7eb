using System;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Texts;

/// <summary>The language that a user reads the application in; read only when there is something to say.</summary>
internal static class ReaderLanguage
{
    /// <summary>English for a user without settings of his own: application users have none.</summary>
    public static int Of(IOrganizationService service, Guid userId)
    {
        var columns = new ColumnSet(UserSettings.Columns.UiLanguage);
        var query = new QueryExpression(UserSettings.Table) { ColumnSet = columns };
        query.Criteria.AddCondition(UserSettings.Columns.UserId, ConditionOperator.Equal, userId);
        foreach (Entity settings in service.RetrieveMultiple(query).Entities)
        {
            int language = settings.GetAttributeValue<int?>(UserSettings.Columns.UiLanguage) ?? 0;
            if (language != 0) return language;
        }

        return UserTexts.English;
    }
}
