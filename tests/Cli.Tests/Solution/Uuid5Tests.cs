using CrmExtensions.Cli.Solution;

namespace CrmExtensions.Cli.Tests.Solution;

public sealed class Uuid5Tests
{
    [Theory]
    [InlineData("python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d")]
    [InlineData("www.example.com", "2ed6657d-e927-568b-95e1-2665a8aea6a2")]
    public void A_name_gives_the_id_that_other_implementations_of_the_rfc_give(string name, string expected) =>
        Assert.Equal(Guid.Parse(expected), Uuid5.Create(Uuid5.Dns, name));

    [Fact]
    public void Ids_differ_by_publisher_kind_and_name()
    {
        Guid[] ids =
        [
            new ComponentIds("contoso").Of(ComponentKind.Role, "a"),
            new ComponentIds("fabrikam").Of(ComponentKind.Role, "a"),
            new ComponentIds("contoso").Of(ComponentKind.View, "a"),
            new ComponentIds("contoso").Of(ComponentKind.Role, "b"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
