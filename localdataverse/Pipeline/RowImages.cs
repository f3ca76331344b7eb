using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Pipeline;

/// <summary>Reads the row for images once for all steps, and cuts the image of one step out of it.</summary>
internal static class RowImages
{
    /// <summary>The state before stage 20; a step in stage 10 gets what is stored when it starts.</summary>
    public static void TakeBefore(Operation operation)
    {
        foreach (MessageEvent row in operation.Rows)
        {
            row.Before = Read(operation, row);
        }
    }

    /// <summary>The state after the main operation.</summary>
    public static void TakeAfter(Operation operation)
    {
        foreach (MessageEvent row in operation.Rows)
        {
            row.After = Read(operation, row);
        }
    }

    public static EntityImageCollection BeforeFor(Step step, MessageEvent row) =>
        Cut(step, row.Before, ImageType.PostImage);

    /// <summary>Empty before stage 40.</summary>
    public static EntityImageCollection AfterFor(Step step, MessageEvent row) =>
        Cut(step, row.After, ImageType.PreImage);

    private static Entity? Read(Operation operation, MessageEvent row)
    {
        if (row.RowId == Guid.Empty || row.Table.Length == 0)
        {
            return null;
        }

        Table table = operation.Tables.Get(row.Table);
        return operation.Session.Find(table, row.RowId, new ColumnSet(true));
    }

    private static EntityImageCollection Cut(Step step, Entity? row, ImageType otherKind)
    {
        EntityImageCollection images = new();
        if (row is null)
        {
            return images;
        }

        foreach (StepImage image in step.Images)
        {
            if (image.Type != otherKind)
            {
                images[image.Alias] = image.Columns.Count == 0 ? Copies.Of(row) : Select(row, image.Columns);
            }
        }

        return images;
    }

    private static Entity Select(Entity row, IReadOnlyList<string> columns)
    {
        Entity image = new(row.LogicalName) { Id = row.Id };
        foreach (string column in columns)
        {
            if (row.Attributes.TryGetValue(column, out object? value))
            {
                image.Attributes[column] = Copies.OfValue(value)!;
            }

            if (row.FormattedValues.TryGetValue(column, out string? text))
            {
                image.FormattedValues[column] = text;
            }
        }

        return image;
    }
}
