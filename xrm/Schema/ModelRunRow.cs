using System;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Client;

namespace CrmExtensions.Xrm.Schema;

/// <summary>At most one of a kind is in use.</summary>
[EntityLogicalName(Table)]
internal sealed class ModelRunRow : Entity
{
    public const string Table = "crmx_modelrun";

    public ModelRunRow()
        : base(Table)
    {
    }

    public string Name { get => this.Text(Columns.Name)!; set => this[Columns.Name] = value; }
    public int? Kind { get => this.Number(Columns.Kind); set => this[Columns.Kind] = Choice.Of(value); }
    public int? State { get => this.Number(Columns.State); set => this[Columns.State] = Choice.Of(value); }
    public bool? IsActive { get => this.Flag(Columns.IsActive); set => this[Columns.IsActive] = value; }
    public int? Gate { get => this.Number(Columns.Gate); set => this[Columns.Gate] = Choice.Of(value); }
    public string? Why { get => this.Text(Columns.Why); set => this[Columns.Why] = value; }
    public string? Parameters { get => this.Text(Columns.Parameters); set => this[Columns.Parameters] = value; }
    public DateTime? WindowFrom { get => this.Moment(Columns.WindowFrom); set => this[Columns.WindowFrom] = value; }
    public DateTime? WindowTo { get => this.Moment(Columns.WindowTo); set => this[Columns.WindowTo] = value; }
    public DateTime? CalibrationEnd
    {
        get => this.Moment(Columns.CalibrationEnd);
        set => this[Columns.CalibrationEnd] = value;
    }
    public int? HorizonDays { get => this.Whole(Columns.HorizonDays); set => this[Columns.HorizonDays] = value; }
    public int? Customers { get => this.Whole(Columns.Customers); set => this[Columns.Customers] = value; }
    public int? Cells { get => this.Whole(Columns.Cells); set => this[Columns.Cells] = value; }
    public int? TestCustomers { get => this.Whole(Columns.TestCustomers); set => this[Columns.TestCustomers] = value; }
    public decimal? LogLikelihood
    {
        get => this.Amount(Columns.LogLikelihood);
        set => this[Columns.LogLikelihood] = value;
    }
    public decimal? Auc { get => this.Amount(Columns.Auc); set => this[Columns.Auc] = value; }
    public decimal? AucOfRecency
    {
        get => this.Amount(Columns.AucOfRecency);
        set => this[Columns.AucOfRecency] = value;
    }
    public decimal? LogLoss { get => this.Amount(Columns.LogLoss); set => this[Columns.LogLoss] = value; }
    public decimal? BaseLogLoss { get => this.Amount(Columns.BaseLogLoss); set => this[Columns.BaseLogLoss] = value; }
    public decimal? CalibrationError
    {
        get => this.Amount(Columns.CalibrationError);
        set => this[Columns.CalibrationError] = value;
    }
    public decimal? MeanAbsoluteError
    {
        get => this.Amount(Columns.MeanAbsoluteError);
        set => this[Columns.MeanAbsoluteError] = value;
    }
    public decimal? ExpectedOrders
    {
        get => this.Amount(Columns.ExpectedOrders);
        set => this[Columns.ExpectedOrders] = value;
    }
    public decimal? ActualOrders
    {
        get => this.Amount(Columns.ActualOrders);
        set => this[Columns.ActualOrders] = value;
    }
    public string? Deciles { get => this.Text(Columns.Deciles); set => this[Columns.Deciles] = value; }
    public string? Population { get => this.Text(Columns.Population); set => this[Columns.Population] = value; }
    public string? Progress { get => this.Text(Columns.Progress); set => this[Columns.Progress] = value; }
    public string? Cursor { get => this.Text(Columns.Cursor); set => this[Columns.Cursor] = value; }
    public DateTime? TrainedOn { get => this.Moment(Columns.TrainedOn); set => this[Columns.TrainedOn] = value; }

    public static class Columns
    {
        public const string Id = "crmx_modelrunid", Name = "crmx_name", Kind = "crmx_kind", State = "crmx_state";
        public const string IsActive = "crmx_isactive", Gate = "crmx_gate", Why = "crmx_why";
        public const string Parameters = "crmx_parameters", WindowFrom = "crmx_windowfrom", WindowTo = "crmx_windowto";
        public const string CalibrationEnd = "crmx_calibrationend", HorizonDays = "crmx_horizondays";
        public const string Customers = "crmx_customers", Cells = "crmx_cells", TestCustomers = "crmx_testcustomers";
        public const string LogLikelihood = "crmx_loglikelihood", Auc = "crmx_auc", AucOfRecency = "crmx_aucofrecency";
        public const string LogLoss = "crmx_logloss", BaseLogLoss = "crmx_baselogloss";
        public const string CalibrationError = "crmx_calibrationerror", MeanAbsoluteError = "crmx_meanabsoluteerror";
        public const string ExpectedOrders = "crmx_expectedorders", ActualOrders = "crmx_actualorders";
        public const string Deciles = "crmx_deciles", Population = "crmx_population", Progress = "crmx_progress";
        public const string Cursor = "crmx_cursor", TrainedOn = "crmx_trainedon", CreatedOn = "createdon";
        public const string Organization = "organizationid";
    }
}
