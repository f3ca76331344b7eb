using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>All entries of an import point here, so that it can be reversed as a whole.</summary>
[EntityLogicalName(Table)]
internal sealed class ImportBatchRow : Entity
{
    public const string Table = "crmx_importbatch";

    public ImportBatchRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference ProgramId { get => this.Link(Columns.ProgramId)!; set => this[Columns.ProgramId] = value; }
    public int? Rows { get => this.Whole(Columns.Rows); set => this[Columns.Rows] = value; }
    public int? Points { get => this.Whole(Columns.Points); set => this[Columns.Points] = value; }
    public int State { get => this.Number(Columns.State) ?? 0; set => this[Columns.State] = Choice.Of(value); }
    public string? Checksum { get => this.Text(Columns.Checksum); set => this[Columns.Checksum] = value; }

    public static class Columns
    {
        public const string Id = "crmx_importbatchid", Name = "crmx_name", ProgramId = "crmx_programid";
        public const string Rows = "crmx_rows", Points = "crmx_points", State = "crmx_state";
        public const string Checksum = "crmx_checksum";
    }
}
