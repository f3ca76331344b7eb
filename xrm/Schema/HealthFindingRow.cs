using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary><see cref="Columns.Key"/> is code and subject while the finding is open, empty afterwards.</summary>
[EntityLogicalName(Table)]
internal sealed class HealthFindingRow : Entity
{
    public const string Table = "crmx_healthfinding";

    public HealthFindingRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public string Code { get => this.Text(Columns.Code)!; set => this[Columns.Code] = value; }
    public int Severity { get => this.Number(Columns.Severity) ?? 0; set => this[Columns.Severity] = Choice.Of(value); }
    public string? SubjectTable { get => this.Text(Columns.SubjectTable); set => this[Columns.SubjectTable] = value; }
    public string? SubjectId { get => this.Text(Columns.SubjectId); set => this[Columns.SubjectId] = value; }
    public string? Values { get => this.Text(Columns.Values); set => this[Columns.Values] = value; }
    public DateTime? FoundOn { get => this.Moment(Columns.FoundOn); set => this[Columns.FoundOn] = value; }
    public DateTime? ResolvedOn { get => this.Moment(Columns.ResolvedOn); set => this[Columns.ResolvedOn] = value; }
    public string? Key { get => this.Text(Columns.Key); set => this[Columns.Key] = value; }

    public static class Columns
    {
        public const string Id = "crmx_healthfindingid", State = "statecode", Name = "crmx_name", Code = "crmx_code";
        public const string Severity = "crmx_severity", SubjectTable = "crmx_subjecttable";
        public const string SubjectId = "crmx_subjectid", Values = "crmx_values", FoundOn = "crmx_foundon";
        public const string ResolvedOn = "crmx_resolvedon", Key = "crmx_key";
    }
}
