using Dataverse.Local.Tests.Store;

namespace Dataverse.Local.Tests.Query;

public sealed class TextTests
{
    [Theory]
    [InlineData("eq", "MULLER", "Müller")]
    [InlineData("eq", "müller ", "Müller")]
    [InlineData("like", "mül%", "Müller")]
    [InlineData("like", "%[hx]of", "Bahnhof")]
    [InlineData("like", "B_hnhof", "Bahnhof")]
    [InlineData("like", "%[^f]", "50% off*,Müller,strasse")]
    [InlineData("like", "50[%] o%", "50% off*")]
    [InlineData("ends-with", "*", "50% off*")]
    [InlineData("begins-with", "50%", "50% off*")]
    [InlineData("eq", "Straße", "strasse")]
    public void Text_compares_without_case_and_accents_and_like_knows_classes(string op, string value, string expected)
    {
        using Rows rows = new();
        foreach (string name in new[] { "Müller", "Bahnhof", "strasse", "50% off*" })
            rows.Add("account", ("name", name));

        string found = rows.AccountsWhere($"<condition attribute='name' operator='{op}' value='{value}'/>");

        Assert.Equal(expected, found);
    }
}
