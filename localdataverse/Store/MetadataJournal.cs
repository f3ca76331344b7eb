using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace Dataverse.Local.Store;

/// <summary>Requests that created metadata, kept in the database in their order, so that a file opened again can repeat
/// them and has the same tables.</summary>
internal static class MetadataJournal
{
    private static readonly Type[] ParameterTypes =
    [
        typeof(EntityMetadata), typeof(AttributeMetadata), typeof(StringAttributeMetadata),
        typeof(MemoAttributeMetadata),
        typeof(IntegerAttributeMetadata), typeof(BigIntAttributeMetadata), typeof(DecimalAttributeMetadata),
        typeof(DoubleAttributeMetadata), typeof(MoneyAttributeMetadata), typeof(BooleanAttributeMetadata),
        typeof(DateTimeAttributeMetadata), typeof(PicklistAttributeMetadata),
        typeof(MultiSelectPicklistAttributeMetadata),
        typeof(LookupAttributeMetadata), typeof(FileAttributeMetadata), typeof(ImageAttributeMetadata),
        typeof(OneToManyRelationshipMetadata), typeof(ManyToManyRelationshipMetadata), typeof(EntityKeyMetadata),
        typeof(OptionSetMetadata),
    ];

    public static void Append(Session session, OrganizationRequest request)
    {
        Create(session);
        Dictionary<string, object> parameters = request.Parameters
            .Where(p => p.Value is not null).ToDictionary(p => p.Key, p => p.Value);
        Statement insert = session.Connection.Prepare(
            "INSERT INTO local_metadata (message, parameters) VALUES (?1, ?2)");
        insert.Bind(1, request.RequestName);
        insert.Bind(2, Write(parameters));
        insert.Run();
        ChangeLog.Append(session, ChangeKind.Metadata, session.Connection.LastInsertedId);
    }

    /// <summary>Requests kept so far: where in the journal something else that is kept took place.</summary>
    public static int Count(Session session)
    {
        Create(session);
        Statement count = session.Connection.Prepare("SELECT count(*) FROM local_metadata");
        count.Step();
        int requests = (int)count.Long(0);
        count.Reset();
        return requests;
    }

    /// <summary>The requests, oldest first.</summary>
    public static IReadOnlyList<OrganizationRequest> Read(Session session)
    {
        Create(session);
        List<OrganizationRequest> requests = new();
        Statement read = session.Connection.Prepare("SELECT message, parameters FROM local_metadata ORDER BY id");
        while (read.Step()) requests.Add(RequestOf(read));
        read.Reset();
        return requests;
    }

    /// <summary>One request of the journal.</summary>
    public static OrganizationRequest ReadOne(Session session, long id)
    {
        Statement read = session.Connection.Prepare("SELECT message, parameters FROM local_metadata WHERE id = ?1");
        read.Bind(1, id);
        try
        {
            read.Step();
            return RequestOf(read);
        }
        finally
        {
            read.Reset();
        }
    }

    private static OrganizationRequest RequestOf(Statement read)
    {
        OrganizationRequest request = new(read.Text8(0));
        foreach (KeyValuePair<string, object> parameter in Parse(read.Text8(1)))
        {
            request.Parameters[parameter.Key] = parameter.Value;
        }

        return request;
    }

    private static void Create(Session session) => session.Connection.Execute(
        "CREATE TABLE IF NOT EXISTS local_metadata (id INTEGER PRIMARY KEY, message TEXT NOT NULL, "
        + "parameters TEXT NOT NULL)");

    private static DataContractSerializer Serializer() => new(typeof(Dictionary<string, object>), ParameterTypes);

    private static string Write(Dictionary<string, object> parameters)
    {
        StringBuilder text = new();
        using (XmlWriter writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true }))
        {
            Serializer().WriteObject(writer, parameters);
        }

        return text.ToString();
    }

    private static Dictionary<string, object> Parse(string text)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(text));
        return (Dictionary<string, object>)Serializer().ReadObject(reader)!;
    }
}
