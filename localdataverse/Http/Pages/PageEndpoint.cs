using System;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Text;
using System.Threading.Tasks;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Http.Pages;

/// <summary>Pages, their scripts and styles, and the web resources of imported solutions.</summary>
internal sealed class PageEndpoint
{
    private const string WebResources = "/WebResources/";

    private readonly LocalDataverse _dataverse;
    private readonly LocalServerOptions _options;
    private readonly Assets _assets = new();

    public PageEndpoint(LocalDataverse dataverse, LocalServerOptions options)
    {
        _dataverse = dataverse;
        _options = options;
    }

    public async Task Answer(HttpContext context)
    {
        string path = context.Request.Path.Value ?? "/";
        if (!RequestGuard.OnlyReads(context.Request))
        {
            const string ReadOnly = "Pages are read only; write with the Web API.";
            await ErrorAnswer.Write(context, new ApiException(405, ErrorAnswer.InvalidUrl, ReadOnly));
        }
        else if (path.StartsWith(WebResources, StringComparison.Ordinal))
        {
            SolutionPart? part = FindResource(path[WebResources.Length..]);
            await Send(context, part?.Content, WebResourceType.Of(part));
        }
        else if (path.StartsWith("/assets/", StringComparison.Ordinal))
        {
            await Send(context, _assets.Find(path["/assets/".Length..]), Assets.TypeOf(path));
        }
        else
        {
            await SendPage(context, path);
        }
    }

    /// <summary>By its whole name among the imported ones: no file is touched, so no path leads outside.</summary>
    private SolutionPart? FindResource(string name) =>
        _dataverse.SolutionParts.FirstOrDefault(part => part.Kind == "WebResource" && part.Name == name);

    private async Task SendPage(HttpContext context, string path)
    {
        PageCall call = new(_dataverse, context.Request);
        string? html;
        try
        {
            html = Page(call, path);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            context.Response.StatusCode = ErrorAnswer.StatusOf(fault.Detail.ErrorCode);
            RateHeaders.WriteRetryAfter(context.Response, fault.Detail);
            string code = fault.Detail.ErrorCode.ToString("x8", CultureInfo.InvariantCulture);
            html = Failure(call, $"{fault.Detail.Message} (0x{code})");
        }
        catch (Exception failure)
        {
            await _options.Errors.WriteLineAsync(failure.ToString());
            context.Response.StatusCode = 500;
            html = Failure(call, $"{failure.GetType().Name}: {failure.Message}");
        }

        if (html is null)
        {
            context.Response.StatusCode = 404;
            html = Failure(call, call.Words["There is no such page, table or row here."]);
        }

        await Send(context, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");
    }

    /// <summary>Null: no such page.</summary>
    private string? Page(PageCall call, string path)
    {
        if (path is "/" or "") return HomePage.Write(call);
        if (path != "/main.aspx") return null;
        if (call.Option("etn") is not string name) return HomePage.Write(call);
        if (_dataverse.Tables.Find(name) is not Table table) return null;
        string? type = call.Option("pagetype");
        bool isForm = type == "entityrecord" || (type is null && call.Id("id") is not null);
        return isForm ? FormPage.Write(call, table) : ListPage.Write(call, table);
    }

    private static string Failure(PageCall call, string message) =>
        PageFrame.Write(call, call.Words["This did not work"], main =>
        {
            main.Element("h1", call.Words["This did not work"]);
            main.Element("p", message, "role", "alert");
        });

    private static async Task Send(HttpContext context, byte[]? content, string type)
    {
        if (content is null)
        {
            await ErrorAnswer.Write(context, ApiException.NoResource(context.Request.Path));
            return;
        }

        context.Response.ContentType = type;
        context.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(content);
    }
}
