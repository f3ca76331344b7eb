namespace Dataverse.Local.Registration;

internal sealed class RequestParameterRule : CustomApiPartRule
{
    public override string Table => "customapirequestparameter";
}
