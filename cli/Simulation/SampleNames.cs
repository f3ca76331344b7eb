using System;
using System.Collections.Generic;
using System.Globalization;

namespace CrmExtensions.Cli.Simulation;

/// <summary>Names of invented companies and people, German and English, each given once.</summary>
internal sealed class SampleNames
{
    private const int CompanyPercent = 40;
    private const int GermanPercent = 60;
    private const int Attempts = 20;

    private static readonly string[] GermanFirst =
    [
        "Anna", "Bernd", "Carla", "Dieter", "Elke", "Florian", "Greta", "Hannes", "Ines", "Jürgen", "Karin", "Lukas",
        "Maja", "Norbert", "Olga", "Paul", "Renate", "Sören", "Tanja", "Uwe", "Vera", "Wolfgang", "Yvonne", "Zoë",
    ];

    private static readonly string[] GermanLast =
    [
        "Albrecht", "Böhm", "Clausen", "Dörfler", "Eckert", "Fuchs", "Großmann", "Hübner", "Jäger", "Köhler", "Lorenz",
        "Möller", "Neumann", "Oswald", "Pfeiffer", "Reuter", "Schäfer", "Thiel", "Ulrich", "Voß", "Weiß", "Zöllner",
    ];

    private static readonly string[] GermanTrades =
        ["Kaffeehaus", "Gastronomie", "Feinkost", "Bürobedarf", "Hotelbetriebe", "Konditorei", "Röstwerk", "Handels"];

    private static readonly string[] GermanForms = ["GmbH", "AG", "KG", "OHG", "GmbH & Co. KG"];

    private static readonly string[] GermanCities =
        ["Berlin", "Hamburg", "München", "Köln", "Leipzig", "Nürnberg", "Münster", "Lübeck", "Görlitz", "Würzburg"];

    private static readonly string[] EnglishFirst =
    [
        "Alice", "Ben", "Chloe", "Daniel", "Emma", "Frank", "Grace", "Harry", "Isla", "Jack", "Kate", "Liam", "Megan",
        "Noah", "Olivia", "Peter", "Rose", "Sam", "Tara", "Victor", "Wendy", "Zara",
    ];

    private static readonly string[] EnglishLast =
    [
        "Ashworth", "Baker", "Carter", "Dawson", "Ellis", "Fletcher", "Graham", "Hughes", "Irving", "Jennings",
            "Knight",
        "Lawson", "Mercer", "Norris", "O'Brien", "Parker", "Quinn", "Reed", "Shaw", "Turner", "Walsh", "Young",
    ];

    private static readonly string[] EnglishTrades =
        ["Coffee House", "Catering", "Fine Foods", "Office Supplies", "Hotels", "Bakery", "Roasters", "Trading"];

    private static readonly string[] EnglishForms = ["Ltd", "plc", "LLP", "Group Ltd"];

    private static readonly string[] EnglishCities =
        ["London", "Bristol", "Leeds", "York", "Bath", "Norwich", "Exeter", "Durham", "Oxford", "Brighton"];

    private readonly HashSet<string> given = new(StringComparer.Ordinal);

    public SampleCustomer Next(string id, PlantedBehaviour planted, SampleRandom random)
    {
        bool isCompany = random.Percent(CompanyPercent);
        bool isGerman = random.Percent(GermanPercent);
        string city = random.Pick(isGerman ? GermanCities : EnglishCities);
        string country = isGerman ? "DE" : "GB";
        for (int attempt = 1; ; attempt++)
        {
            string first = isCompany ? "" : random.Pick(isGerman ? GermanFirst : EnglishFirst);
            string last = isCompany ? Company(isGerman, random) : random.Pick(isGerman ? GermanLast : EnglishLast);
            // A large business runs out of names; then the number tells them apart.
            if (attempt > Attempts) last += string.Create(CultureInfo.InvariantCulture, $" {given.Count + 1}");
            SampleCustomer customer = new(id, isCompany, first, last, city, country, planted);
            if (given.Add(customer.Name)) return customer;
        }
    }

    private static string Company(bool isGerman, SampleRandom random)
    {
        string family = random.Pick(isGerman ? GermanLast : EnglishLast);
        string trade = random.Pick(isGerman ? GermanTrades : EnglishTrades);
        string form = random.Pick(isGerman ? GermanForms : EnglishForms);
        return isGerman && trade == "Handels" ? $"{family} Handels-{form}" : $"{family} {trade} {form}";
    }
}
