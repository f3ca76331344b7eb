using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>The only place for words beside an entry; erasure empties <see cref="Columns.Text"/>.</summary>
[EntityLogicalName(Table)]
internal sealed class EntryNoteRow : Entity
{
    public const string Table = "crmx_entrynote";

    public EntryNoteRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public EntityReference EntryId { get => this.Link(Columns.EntryId)!; set => this[Columns.EntryId] = value; }
    public string? Text { get => this.Text(Columns.Text); set => this[Columns.Text] = value; }

    public static class Columns
    {
        public const string Id = "crmx_entrynoteid", State = "statecode", Owner = "ownerid", Name = "crmx_name";
        public const string EntryId = "crmx_entryid", Text = "crmx_text";
    }
}
