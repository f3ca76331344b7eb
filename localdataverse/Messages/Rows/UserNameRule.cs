namespace Dataverse.Local.Messages.Rows;

internal sealed class UserNameRule : FullNameRule
{
    public override string Table => "systemuser";
}
