using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Rows;

/// <summary>
/// The full name of a person is the platform's: first name, a space, last name (the organisation's default convention).
/// </summary>
internal abstract class FullNameRule : TableRule
{
    private const string First = "firstname";
    private const string Last = "lastname";

    public override void BeforeCreate(Operation operation, Entity row)
    {
        if (row.Contains(First) || row.Contains(Last)) row["fullname"] = Join(Text(row, First), Text(row, Last));
    }

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        if (!changes.Contains(First) && !changes.Contains(Last)) return;
        changes["fullname"] = Join(
            Text(changes.Contains(First) ? changes : before, First),
            Text(changes.Contains(Last) ? changes : before, Last));
    }

    private static string? Join(string? first, string? last)
    {
        string name = $"{first} {last}".Trim();
        return name.Length == 0 ? null : name;
    }

    private static string? Text(Entity row, string column) => row.GetAttributeValue<string>(column)?.Trim();
}
