namespace CrmExtensions.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Help_lists_every_command()
    {
        CrmxRun run = CrmxRun.Of("--help");

        Assert.Equal(0, run.ExitCode);
        Approved.Is(run.Output, "help");
    }

    [Fact]
    public void A_missing_command_is_wrong_usage()
    {
        CrmxRun run = CrmxRun.Of();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Required command was not provided. Run `crmx --help` for the usage.\n", run.Error);
    }

    [Fact]
    public void An_unknown_command_is_wrong_usage_and_named()
    {
        CrmxRun run = CrmxRun.Of("bogus");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("Unrecognized command or argument 'bogus'. Run `crmx --help` for the usage.\n", run.Error);
    }

    [Fact]
    public void An_unknown_option_is_wrong_usage_and_named()
    {
        CrmxRun run = CrmxRun.Of("sample", "--colour", "red");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            "Unrecognized command or argument '--colour'. Run `crmx sample --help` for the usage.\n", run.Error);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("--customers", "7", "--customers takes a whole number from 20 to 100000, not '7'.")]
    [InlineData("--seed", "one", "--seed takes a whole number from -2147483648 to 2147483647, not 'one'.")]
    [InlineData("--until", "31.12.2025", "--until takes a day from 1903-01-01 to 2900-01-01, not '31.12.2025'.")]
    public void A_wrong_value_is_wrong_usage_and_the_right_ones_are_named(string option, string value, string message)
    {
        CrmxRun run = CrmxRun.Of("sample", option, value);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal($"{message} Run `crmx sample --help` for the usage.\n", run.Error);
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_a_failure_in_one_sentence()
    {
        CrmxRun run = CrmxRun.Of("sample", "--customers", "20", "--out", "no/such/folder/orders.csv");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("no/such/folder/orders.csv cannot be written (", run.Error);
        Assert.EndsWith("); give --out another path.\n", run.Error);
    }

    [Fact]
    public void Verbose_prints_the_whole_error()
    {
        CrmxRun run = CrmxRun.Of("sample", "--customers", "20", "--out", "no/such/folder/orders.csv", "--verbose");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("   at CrmExtensions.Cli.SampleCommand.", run.Error);
        Assert.Contains("DirectoryNotFoundException", run.Error);
    }
}
