using System;
using System.Net.Sockets;
using System.Text;
using Dataverse.Local.Http;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Http;

public sealed class SecurityTests : IDisposable
{
    private const int SmallBody = 2000;

    private readonly ServedEnvironment _served = new(new LocalServerOptions { MaxBodyBytes = SmallBody });

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public void A_page_of_a_foreign_origin_may_neither_read_nor_write(string origin)
    {
        Assert.Equal(403, _served.Send("GET", "accounts", null, $"Origin: {origin}").Status);
        Assert.Equal(403, _served.Send("POST", "accounts", new { name = "Evil" }, $"Origin: {origin}").Status);
        Assert.Equal(403, _served.Send("GET", "/", null, $"Origin: {origin}").Status);
        Assert.Equal(0, _served.Environment.Count("account"));
    }

    [Fact]
    public void Its_own_pages_may_write()
    {
        string own = _served.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(204, _served.Send("POST", "accounts", new { name = "Good" }, $"Origin: {own}").Status);
    }

    [Theory]
    [InlineData("evil.example", true)]
    [InlineData("127.0.0.1.evil.example", true)]
    [InlineData("127.0.0.1", false)]
    public void A_host_by_another_name_or_port_is_refused(string host, bool withPort)
    {
        string name = withPort ? $"{host}:{_served.Address.Port}" : host;

        Assert.Equal(403, _served.Send("GET", "WhoAmI()", null, $"Host: {name}").Status);
        Assert.Equal(200, _served.Send("GET", "WhoAmI()", null, $"Host: localhost:{_served.Address.Port}").Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/main.aspx?etn=account")]
    [InlineData("/api/data/v9.2/WhoAmI()")]
    [InlineData("/nothing")]
    public void Every_answer_carries_the_content_policy(string address)
    {
        ServedEnvironment.Answer answer = _served.Send("GET", address);

        Assert.StartsWith("default-src 'self'", answer.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
    }

    [Fact]
    public void A_body_that_is_too_large_is_refused()
    {
        var large = new { name = "x", description = new string('x', SmallBody) };

        ServedEnvironment.Answer answer = _served.Send("POST", "accounts", large);

        Assert.Equal(413, answer.Status);
        Assert.Equal(0, _served.Environment.Count("account"));
    }

    [Theory]
    [InlineData("GET /WebResources/../../../../etc/passwd HTTP/1.1")]
    [InlineData("GET /WebResources/..%2f..%2f..%2f..%2fetc%2fpasswd HTTP/1.1")]
    [InlineData("GET /WebResources//etc/passwd HTTP/1.1")]
    [InlineData("GET /WebResources/..\\..\\etc\\passwd HTTP/1.1")]
    [InlineData("GET /assets/../LocalDataverse.dll HTTP/1.1")]
    public void No_path_leads_out_of_the_web_resources(string line)
    {
        string answer = Raw(line);

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_resource_is_served_by_its_whole_name_only()
    {
        _served.Environment.Dataverse.Engine.Registry.Add(new SolutionPart
        {
            Kind = "WebResource",
            Name = "test_/scripts/a.js",
            Content = Encoding.UTF8.GetBytes("'use strict';"),
            Solution = "test",
        });

        Assert.Equal("'use strict';", _served.Send("GET", "/WebResources/test_/scripts/a.js").Text);
        Assert.Equal(404, _served.Send("GET", "/WebResources/test_/scripts/").Status);
        Assert.Equal(404, _served.Send("GET", "/WebResources/a.js").Status);
    }

    [Fact]
    public void Names_with_markup_are_encoded_wherever_they_are_shown()
    {
        const string Name = "<script>alert(1)</script>\"'&";
        Guid id = _served.Service.Create(new Entity("account") { ["name"] = Name });

        string[] pages = ["/main.aspx?etn=account", $"/main.aspx?etn=account&id={id}", "/"];

        foreach (string page in pages)
        {
            string html = _served.Send("GET", page).Text;
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/main.aspx?etn=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/main.aspx?etn=account&id=%3Cscript%3E")]
    [InlineData("/main.aspx?etn=account&lcid=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/main.aspx?etn=account&x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public void What_an_address_says_is_never_markup(string address) =>
        Assert.DoesNotContain("<script>", _served.Send("GET", address).Text, StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("/main.aspx?etn=nothing")]
    [InlineData("/nothing")]
    [InlineData("/main.aspx?etn=account&id=00000000-0000-0000-0000-00000000dead")]
    public void What_is_not_there_is_not_found(string address) =>
        Assert.Equal(404, _served.Send("GET", address).Status);

    public void Dispose() => _served.Dispose();

    /// <summary>An HTTP client tidies paths up before it sends them; this one does not.</summary>
    private string Raw(string requestLine)
    {
        using TcpClient client = new("127.0.0.1", _served.Address.Port);
        using NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(
            $"{requestLine}\r\nHost: 127.0.0.1:{_served.Address.Port}\r\nConnection: close\r\n\r\n"));
        StringBuilder answer = new();
        byte[] buffer = new byte[4096];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return answer.ToString();
    }
}
