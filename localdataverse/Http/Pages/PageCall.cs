using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Dataverse.Local.Store;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Http.Pages;

/// <summary>One request for a page: the environment as its reader sees it.</summary>
internal sealed class PageCall
{
    private readonly HttpRequest _request;
    private readonly ValueFormatter _formatter;

    public PageCall(LocalDataverse dataverse, HttpRequest request)
    {
        Dataverse = dataverse;
        _request = request;
        IReadOnlyList<int> languages = dataverse.Engine.Options.Languages;
        Caller = Id("caller");
        Language = int.TryParse(Option("lcid"), NumberStyles.None, CultureInfo.InvariantCulture, out int asked)
            && languages.Contains(asked) ? asked : LanguageOf(UserId) ?? languages[0];
        Words = new PageText(Language);
        Service = dataverse.Connect(Caller);
        _formatter = new ValueFormatter(new QueryContext { Language = Language }, dataverse.Tables);
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    /// <summary>
    /// From <c>?caller=</c>: the page is shown as this user sees it, and its scripts work in his name. Null: the
    /// administrator.
    /// </summary>
    public Guid? Caller { get; }

    public Guid UserId => Caller ?? Dataverse.AdministratorId;

    /// <summary>LCID from <c>?lcid=</c>, else that of the caller's settings, else the base language.</summary>
    public int Language { get; }

    public PageText Words { get; }

    public Uri Root => new($"http://{_request.Host.Value}/");

    public string? Option(string name) => _request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    public Guid? Id(string name) => Guid.TryParse(Option(name), out Guid id) ? id : null;

    /// <summary>Page number in <c>?page=</c>, from 1.</summary>
    public int Page
    {
        get
        {
            bool isNumber = int.TryParse(Option("page"), NumberStyles.None, CultureInfo.InvariantCulture, out int page);
            return isNumber && page > 0 ? page : 1;
        }
    }

    public string Label(LocalizedText labels, string otherwise) =>
        labels.In(Language) is { Length: > 0 } text ? text : otherwise;

    public string UserName() => Dataverse.Connect()
        .Retrieve("systemuser", UserId, new ColumnSet("fullname")).GetAttributeValue<string>("fullname") ?? "";

    public string PluralOf(Table table) => Label(table.CollectionLabels, Label(table.Labels, table.LogicalName));

    public string LabelOf(Column column) => Label(column.Labels, column.LogicalName);

    /// <summary>A value in the reader's language; empty for none.</summary>
    public string Shown(Table table, Column column, Entity row)
    {
        object? value = column.LogicalName == table.PrimaryId
            ? row.Id
            : row.GetAttributeValue<object>(column.LogicalName);
        return value switch
        {
            null => "",
            EntityReference lookup => lookup.Name ?? lookup.Id.ToString(),
            Money => row.FormattedValues.TryGetValue(column.LogicalName, out string? amount) ? amount : "",
            bool flag when column.Choices is null => Words[flag ? "Yes" : "No"],
            _ => _formatter.Format(column, value) ?? Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
    }

    public string NameOf(Table table, Entity row) =>
        table.PrimaryName is string name && row.GetAttributeValue<string>(name) is { Length: > 0 } text
            ? text
            : row.Id.ToString();

    public string LinkToRow(string table, Guid id) => Link($"/main.aspx?pagetype=entityrecord&etn={table}&id={id}");

    public string LinkToList(string table, Guid? view = null) =>
        Link($"/main.aspx?pagetype=entitylist&etn={table}{(view is Guid id ? $"&viewid={id}" : "")}");

    public string Home => Link("/");

    /// <summary>Language and user go along once they have been chosen.</summary>
    public string Link(string address)
    {
        string link = Option("lcid") is null ? address : With(address, $"lcid={Language}");
        return Caller is Guid caller ? With(link, $"caller={caller}") : link;
    }

    /// <summary>Null: the user has chosen no language that the environment has.</summary>
    private int? LanguageOf(Guid user)
    {
        QueryExpression settings = new("usersettings") { ColumnSet = new ColumnSet("uilanguageid") };
        settings.Criteria.AddCondition("systemuserid", ConditionOperator.Equal, user);
        int? chosen = Dataverse.Connect().RetrieveMultiple(settings).Entities
            .FirstOrDefault()?.GetAttributeValue<int?>("uilanguageid");
        return chosen is int known && Dataverse.Engine.Options.Languages.Contains(known) ? known : null;
    }

    private static string With(string address, FormattableString option) =>
        address + (address.Contains('?') ? '&' : '?') + FormattableString.Invariant(option);

    /// <summary>This very page in another language.</summary>
    public string InLanguage(int language)
    {
        IEnumerable<string> options = _request.Query.Where(option => option.Key != "lcid")
            .Select(option => $"{Uri.EscapeDataString(option.Key)}={Uri.EscapeDataString(option.Value.ToString())}")
            .Append(string.Create(CultureInfo.InvariantCulture, $"lcid={language}"));
        return $"{_request.Path}?{string.Join('&', options)}";
    }
}
