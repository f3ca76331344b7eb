using System;

namespace Dataverse.Local.Tests.Import;

/// <summary>Pieces of customizations.xml in the form of exports, with the parts that matter here.</summary>
internal static class Snippets
{
    /// <summary>An own, organisation-owned table with id and name; more columns and keys as given.</summary>
    public static string Table(
        string schemaName, string columns = "", string keys = "", string ownership = "OrgOwned", string rest = "") =>
        $"""
        <Entity>
          <Name LocalizedName="{schemaName}" OriginalName="{schemaName}">{schemaName}</Name>
          <EntityInfo><entity Name="{schemaName}">
            <LocalizedNames>
              <LocalizedName description="Thing" languagecode="1033" />
              <LocalizedName description="Ding" languagecode="1031" />
            </LocalizedNames>
            <LocalizedCollectionNames>
              <LocalizedCollectionName description="Things" languagecode="1033" />
            </LocalizedCollectionNames>
            <attributes>
              {Column(schemaName + "Id", "primarykey", mask: "ValidForAdvancedFind|RequiredForGrid", isCustom: false)}
              {Column("acme_Name", "nvarchar", "<MaxLength>100</MaxLength>", "PrimaryName|ValidForForm")}
              {columns}
            </attributes>
            <EntitySetName>{schemaName.ToLowerInvariant()}s</EntitySetName>
            <OwnershipTypeMask>{ownership}</OwnershipTypeMask>
            <IsActivity>0</IsActivity>
            <EntityKeys>{keys}</EntityKeys>
          </entity></EntityInfo>
          {rest}
        </Entity>
        """;

    /// <summary>Own columns on somebody else's table.</summary>
    public static string Extension(string schemaName, string columns, string rest = "") =>
        $"""
        <Entity>
          <Name LocalizedName="{schemaName}" OriginalName="">{schemaName}</Name>
          <EntityInfo><entity Name="{schemaName}"><attributes>{columns}</attributes></entity></EntityInfo>
          {rest}
        </Entity>
        """;

    public static string Column(
        string schemaName, string type, string rest = "", string mask = "ValidForForm", bool isCustom = true) =>
        $"""
        <attribute PhysicalName="{schemaName}">
          <Type>{type}</Type><Name>{schemaName.ToLowerInvariant()}</Name>
          <LogicalName>{schemaName.ToLowerInvariant()}</LogicalName>
          <RequiredLevel>none</RequiredLevel><DisplayMask>{mask}</DisplayMask>
          <ValidForUpdateApi>1</ValidForUpdateApi><ValidForReadApi>1</ValidForReadApi>
          <ValidForCreateApi>1</ValidForCreateApi><IsCustomField>{(isCustom ? 1 : 0)}</IsCustomField>
          {rest}
          <displaynames><displayname description="{schemaName}" languagecode="1033" /></displaynames>
        </attribute>
        """;

    public static string Key(string schemaName, params string[] columns) =>
        $"""
        <EntityKey><Name>{schemaName}</Name><LogicalName>{schemaName.ToLowerInvariant()}</LogicalName>
          <EntityKeyAttributes>
            {string.Concat(Array.ConvertAll(columns, c => $"<AttributeName>{c}</AttributeName>"))}
          </EntityKeyAttributes>
        </EntityKey>
        """;

    public static string OneToMany(
        string name, string parent, string child, string column, string delete = "RemoveLink") =>
        $"""
        <EntityRelationship Name="{name}">
          <EntityRelationshipType>OneToMany</EntityRelationshipType>
          <IsHierarchical>0</IsHierarchical>
          <ReferencingEntityName>{child}</ReferencingEntityName>
          <ReferencedEntityName>{parent}</ReferencedEntityName>
          <CascadeAssign>NoCascade</CascadeAssign><CascadeDelete>{delete}</CascadeDelete>
          <ReferencingAttributeName>{column}</ReferencingAttributeName>
          <EntityRelationshipRoles>
            <EntityRelationshipRole>
              <NavigationPropertyName>{column}</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType>
            </EntityRelationshipRole>
            <EntityRelationshipRole>
              <NavigationPropertyName>{name}</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType>
            </EntityRelationshipRole>
          </EntityRelationshipRoles>
        </EntityRelationship>
        """;

    public static string ManyToMany(string name, string first, string second) =>
        $"""
        <EntityRelationship Name="{name}">
          <EntityRelationshipType>ManyToMany</EntityRelationshipType>
          <FirstEntityName>{first}</FirstEntityName><SecondEntityName>{second}</SecondEntityName>
          <IntersectEntityName>{name}</IntersectEntityName>
        </EntityRelationship>
        """;

    public static string GlobalChoice(string name, params int[] values) =>
        $"""
        <optionset Name="{name}" localizedName="{name}">
          <OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal>
          <displaynames><displayname description="{name}" languagecode="1033" /></displaynames>
          <options>{Options(values)}</options>
        </optionset>
        """;

    public static string Options(params int[] values) => string.Concat(Array.ConvertAll(values, value =>
        $"""
        <option value="{value}"><labels>
          <label description="Option {value}" languagecode="1033" />
          <label description="Wert {value}" languagecode="1031" />
        </labels></option>
        """));

    public static string Step(
        Guid id, Guid type, string table, int stage = 40, string filter = "", string images = "", int mode = 0,
        string message = "20bebb1b-ea3e-db11-86a7-000a3a5473e8") =>
        $$"""
        <SdkMessageProcessingStep Name="Step on {{table}}" SdkMessageProcessingStepId="{{{id}}}">
          <SdkMessageId>{{message}}</SdkMessageId>
          <PluginTypeName>Acme.Plugins.Refuse, {{PluginDll.FullName}}</PluginTypeName>
          <PluginTypeId>{{type}}</PluginTypeId>
          <PrimaryEntity>{{table}}</PrimaryEntity>
          <AsyncAutoDelete>0</AsyncAutoDelete>
          <FilteringAttributes>{{filter}}</FilteringAttributes>
          <InvocationSource>1</InvocationSource><Mode>{{mode}}</Mode><Rank>1</Rank>
          <EventHandlerTypeCode>4602</EventHandlerTypeCode><Stage>{{stage}}</Stage>
          <SdkMessageProcessingStepImages>{{images}}</SdkMessageProcessingStepImages>
        </SdkMessageProcessingStep>
        """;

    public static string Image(Guid id, int type, string columns, string property = "Target") =>
        $$"""
        <SdkMessageProcessingStepImage Name="Image">
          <SdkMessageProcessingStepImageId>{{{id}}}</SdkMessageProcessingStepImageId>
          <Attributes>{{columns}}</Attributes><EntityAlias>Image</EntityAlias><ImageType>{{type}}</ImageType>
          <MessagePropertyName>{{property}}</MessagePropertyName>
        </SdkMessageProcessingStepImage>
        """;

    public static string Assembly(Guid id, params string[] types) =>
        $"""
        <PluginAssembly FullName="{PluginDll.FullName}" PluginAssemblyId="{id}" CustomizationLevel="1">
          <IsolationMode>2</IsolationMode><SourceType>0</SourceType>
          <FileName>/PluginAssemblies/Acme/Acme.Plugins.dll</FileName>
          <PluginTypes>{string.Concat(types)}</PluginTypes>
        </PluginAssembly>
        """;

    public static string PluginType(Guid id, string name) =>
        $"""
        <PluginType AssemblyQualifiedName="{name}, {PluginDll.FullName}" PluginTypeId="{id}" Name="{name}">
          <FriendlyName>{id}</FriendlyName>
        </PluginType>
        """;

    public static string WebResource(Guid id, string name, string fileName) =>
        $$"""
        <WebResource>
          <WebResourceId>{{{id}}}</WebResourceId><Name>{{name}}</Name><DisplayName>{{name}}</DisplayName>
          <LanguageCode>0</LanguageCode><WebResourceType>3</WebResourceType><FileName>/{{fileName}}</FileName>
        </WebResource>
        """;
}
