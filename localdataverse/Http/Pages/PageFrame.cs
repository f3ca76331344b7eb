using System;
using System.Collections.Generic;
using System.Globalization;

namespace Dataverse.Local.Http.Pages;

/// <summary>What every page has around its content.</summary>
internal static class PageFrame
{
    public static string Write(PageCall call, string title, Action<Markup> content, Action<Markup>? head = null)
    {
        Markup page = new();
        page.Element("html", html => html
            .Element("head", part =>
            {
                part.Void("meta", "charset", "utf-8");
                part.Void("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
                part.Element("title", title);
                part.Void("link", "rel", "stylesheet", "href", "/assets/page.css");
                part.Void("link", "rel", "icon", "href", "/assets/icon.svg", "type", "image/svg+xml");
                head?.Invoke(part);
            })
            .Element("body", body => body
                .Element("a", call.Words["Skip to content"], "class", "skip", "href", "#content")
                .Element("header", header => Header(call, header))
                .Element("main", content, "id", "content", "tabindex", "-1")),
            "lang", call.Words.HtmlLanguage);
        return "<!DOCTYPE html>\n" + page;
    }

    private static void Header(PageCall call, Markup header)
    {
        header.Element("a", call.Words["Local Dataverse"], "class", "brand", "href", call.Home);
        header.Element("nav", nav =>
        {
            foreach (int language in call.Dataverse.Engine.Options.Languages)
            {
                CultureInfo culture = CultureInfo.GetCultureInfo(language);
                string? current = language == call.Language ? "true" : null;
                nav.Element(
                    "a", culture.TwoLetterISOLanguageName, "href", call.InLanguage(language), "aria-current", current,
                    "lang", culture.TwoLetterISOLanguageName, "hreflang", culture.TwoLetterISOLanguageName);
            }
        }, "aria-label", call.Words["Language"]);
    }
}
