using System;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Async;

/// <summary>
/// What a job needs, as text: one line with the types in it, then their data contracts as XML. Bounded both ways.
/// </summary>
internal static class JobText
{
    /// <summary>Characters; the largest order with all its images is far below.</summary>
    private const int Longest = 16 * 1024 * 1024;
    private const int MostObjects = 1_000_000;

    public static string Write<T>(T value, JobValueTypes types)
    {
        StringBuilder text = new();
        text.AppendJoin(',', types.Used.Select(JobValueTypes.NameOf)).Append('\n');
        try
        {
            using XmlWriter writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true });
            Serializer<T>([.. types.Used]).WriteObject(writer, value);
        }
        catch (SerializationException unknown)
        {
            throw JobValueTypes.Refuse("A value is of a type (" + unknown.Message + ")");
        }

        return text.Length <= Longest
            ? text.ToString()
            : throw Fault.Because(
                ErrorCodes.InvalidArgument,
                $"The context of the system job has {text.Length} characters; at most {Longest} are kept.");
    }

    public static T Read<T>(string text)
    {
        int end = text.IndexOf('\n');
        string[] names = end <= 0 ? [] : text[..end].Split(',');
        using XmlReader reader = XmlReader.Create(
            new StringReader(text[(end + 1)..]),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = Longest });
        return (T)Serializer<T>(names.Select(JobValueTypes.Find).ToArray()).ReadObject(reader)!;
    }

    private static DataContractSerializer Serializer<T>(Type[] known) => new(
        typeof(T),
        new DataContractSerializerSettings { KnownTypes = known, MaxItemsInObjectGraph = MostObjects });
}
