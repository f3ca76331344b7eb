namespace Dataverse.Local.Messages.Rows;

internal sealed class ContactNameRule : FullNameRule
{
    public override string Table => "contact";
}
