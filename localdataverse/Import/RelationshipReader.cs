using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Dataverse.Local.Metadata;

namespace Dataverse.Local.Import;

/// <summary>Reads entity relationships, one to many and many to many, with their cascade behaviour.</summary>
internal static class RelationshipReader
{
    private static readonly Dictionary<string, Cascade> Cascades = new(StringComparer.Ordinal)
    {
        ["NoCascade"] = Cascade.NoCascade,
        ["Cascade"] = Cascade.Cascade,
        ["ActiveOnly"] = Cascade.Active,
        ["UserOwned"] = Cascade.UserOwned,
        ["RemoveLink"] = Cascade.RemoveLink,
        ["Restrict"] = Cascade.Restrict,
    };

    public static void Read(PackageReading reading)
    {
        foreach (XElement xml in reading.Customizations.Section("EntityRelationships", "EntityRelationship"))
        {
            string type = xml.Required("EntityRelationshipType");
            Relationship relationship = type switch
            {
                "OneToMany" => ReadOneToMany(xml),
                "ManyToMany" => ReadManyToMany(xml),
                _ => throw PartXml.Invalid(xml, "EntityRelationshipType", type, "OneToMany or ManyToMany"),
            };
            RefuseSecond(reading, relationship, xml);
            reading.Relationships.Add(new RelationshipDefinition(relationship, Roles(xml).Length > 0, xml));
        }
    }

    private static void RefuseSecond(PackageReading reading, Relationship relationship, XElement xml)
    {
        if (reading.Relationships.Any(known => known.Relationship.SchemaName == relationship.SchemaName))
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: the relationship '{relationship.SchemaName}' is defined twice.");
        }
    }

    private static Relationship ReadOneToMany(XElement xml)
    {
        string name = xml.RequiredAttribute("Name");
        string referencing = Table(xml, "ReferencingEntityName");
        string column = xml.Required("ReferencingAttributeName").ToLowerInvariant();
        XElement[] roles = Roles(xml);
        XElement? child = roles.FirstOrDefault(role => role.Int("RelationshipRoleType") == 1);
        if (roles.Length > 0 && child is null)
        {
            throw ImportFault.Because(ImportErrorCodes.ReferencingRoleMissing,
                $"{xml.Place()}: relationship '{name}': the entity relationship role of the referencing entity is "
                + "required when creating a new one-to-many entity relationship. Add an EntityRelationshipRole "
                + "with RelationshipRoleType 1.");
        }

        XElement? parent = roles.FirstOrDefault(role => role.Int("RelationshipRoleType") == 0);
        return new Relationship
        {
            SchemaName = name,
            Kind = RelationshipKind.OneToMany,
            ReferencedTable = Table(xml, "ReferencedEntityName"),
            ReferencedColumn = string.Empty,
            ReferencingTable = referencing,
            ReferencingColumn = column,
            ReferencedNavigation = parent?.Text("NavigationPropertyName") ?? name,
            ReferencingNavigation = child?.Text("NavigationPropertyName") ?? xml.Required("ReferencingAttributeName"),
            OnDelete = Read(xml, "CascadeDelete", Cascade.RemoveLink),
            OnAssign = Read(xml, "CascadeAssign", Cascade.NoCascade),
            OnReparent = Read(xml, "CascadeReparent", Cascade.NoCascade),
            OnShare = Read(xml, "CascadeShare", Cascade.NoCascade),
            OnUnshare = Read(xml, "CascadeUnshare", Cascade.NoCascade),
            IsHierarchical = xml.Flag("IsHierarchical"),
            IsCustom = roles.Length > 0,
        };
    }

    private static Relationship ReadManyToMany(XElement xml)
    {
        string name = xml.RequiredAttribute("Name");
        XElement[] roles = Roles(xml);
        if (roles.Length is not 0 and not 2)
        {
            throw ImportFault.Because(ImportErrorCodes.InvalidXml,
                $"{xml.Place()}: relationship '{name}': there must be two entity relationship role nodes when "
                + "creating a new many-to-many entity relationship.");
        }

        return new Relationship
        {
            SchemaName = name,
            Kind = RelationshipKind.ManyToMany,
            ReferencedTable = Table(xml, "FirstEntityName"),
            ReferencedColumn = string.Empty,
            ReferencingTable = Table(xml, "SecondEntityName"),
            ReferencingColumn = string.Empty,
            ReferencedNavigation = Navigation(roles, "1") ?? name,
            ReferencingNavigation = Navigation(roles, "2") ?? name,
            IntersectTable = Table(xml, "IntersectEntityName"),
            IsCustom = true,
        };
    }

    private static string? Navigation(XElement[] roles, string ordinal) =>
        roles.FirstOrDefault(role => role.Text("AssociationRoleOrdinal") == ordinal)?.Text("NavigationPropertyName");

    private static string Table(XElement xml, string element)
    {
        string? name = xml.Text(element);
        return name?.ToLowerInvariant() ?? throw ImportFault.Because(ImportErrorCodes.ReferencingEntityMissing,
            $"{xml.Place()}: unable to process EntityRelationship {(string?)xml.Attribute("Name")} because it does "
            + $"not contain a {element} node. An empty definition comes from a name that is listed without one.");
    }

    private static XElement[] Roles(XElement xml) => xml.Section("EntityRelationshipRoles", "EntityRelationshipRole");

    private static Cascade Read(XElement xml, string element, Cascade absent)
    {
        string? text = xml.Text(element);
        if (text is null)
        {
            return absent;
        }

        return Cascades.TryGetValue(text, out Cascade cascade)
            ? cascade
            : throw PartXml.Invalid(xml, element, text, $"one of {string.Join(", ", Cascades.Keys)}");
    }
}
