using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmExtensions.Cli.Solution.Checking;

/// <summary>Relationships: roles, columns, and deletes that the column cannot honour.</summary>
internal static class RelationshipChecks
{
    public static IEnumerable<Finding> Check(SolutionModel model) =>
        model.Relationships.SelectMany(pair => pair.Value.TextOf("EntityRelationshipType") == "ManyToMany"
            ? CheckManyToMany(model, pair.Key, pair.Value)
            : CheckOneToMany(model, pair.Key, pair.Value))
        .Concat(CheckNavigation(model));

    private static IEnumerable<Finding> CheckOneToMany(SolutionModel model, string name, XElement relationship)
    {
        string column = relationship.TextOf("ReferencingAttributeName").ToLowerInvariant();
        string table = relationship.TextOf("ReferencingEntityName").ToLowerInvariant();
        if (!model.HasColumn(table, column))
        {
            yield return SolutionModel.At(
                relationship, $"relationship {name}: column {table}.{column} is not in the solution", "Add the column");
        }

        if (!model.IsOwn(column))
        {
            yield break;
        }

        if (!model.IsOwn(name))
        {
            yield return SolutionModel.At(
                relationship, $"relationship {name} lacks the prefix {model.Prefix}", "Rename it");
        }

        if (relationship.Descendants("EntityRelationshipRole").All(role => role.TextOf("RelationshipRoleType") != "1"))
        {
            yield return SolutionModel.At(
                relationship, $"relationship {name} has no role of type 1, the referencing side", "Add it");
        }

        bool required = model.Tables.TryGetValue(table, out TableModel? child)
            && child.Columns.TryGetValue(column, out XElement? element)
                && element.TextOf("RequiredLevel") == "required";
        if (required && relationship.TextOf("CascadeDelete") == "RemoveLink")
        {
            yield return SolutionModel.At(
                relationship, $"{name} removes the link when the parent is deleted, but {column} is required",
                "Use Restrict or Cascade, or do not require the column");
        }
    }

    private static IEnumerable<Finding> CheckManyToMany(SolutionModel model, string name, XElement relationship)
    {
        if (!model.IsOwn(relationship.TextOf("IntersectEntityName")))
        {
            yield return SolutionModel.At(
                relationship, $"N:N {name}: the intersect table lacks the prefix {model.Prefix}",
                "Rename IntersectEntityName");
        }
    }

    /// <summary>Two lookups of a table must not be reached under one name.</summary>
    private static IEnumerable<Finding> CheckNavigation(SolutionModel model) =>
        from relationship in model.Relationships.Values
        let side = relationship.Descendants("EntityRelationshipRole")
            .FirstOrDefault(role => role.TextOf("RelationshipRoleType") == "1")
        where side is not null
        group relationship by relationship.TextOf("ReferencingEntityName") + "." + side.TextOf("NavigationPropertyName")
        into navigation
        where navigation.Count() > 1
        select SolutionModel.At(
            navigation.First(), $"{navigation.Key} is the navigation property of {navigation.Count()} relationships",
            "Give each its own NavigationPropertyName");
}
