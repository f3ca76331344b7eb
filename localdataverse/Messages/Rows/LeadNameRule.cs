namespace Dataverse.Local.Messages.Rows;

internal sealed class LeadNameRule : FullNameRule
{
    public override string Table => "lead";
}
