namespace Dataverse.Local.Registration;

internal sealed class ResponsePropertyRule : CustomApiPartRule
{
    public override string Table => "customapiresponseproperty";
}
