using System.Xml.Linq;
using Dataverse.Local.Import;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages.Solutions;

/// <summary>There is no unpublished layer here: changes are in force at once. The request is checked.</summary>
internal sealed class PublishXmlHandler : IMessageHandler
{
    public string Message => "PublishXml";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string text = request.Required<string>("ParameterXml");
        XElement root = PartXml.Parse("ParameterXml", System.Text.Encoding.UTF8.GetBytes(text));
        if (root.Name.LocalName != "importexportxml")
        {
            throw Fault.Because(ErrorCodes.InvalidArgument,
                $"ParameterXml begins with <{root.Name.LocalName}>; <importexportxml> is expected.");
        }

        return new OrganizationResponse { ResponseName = Message };
    }
}
