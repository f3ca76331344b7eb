using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmExtensions.Cli.Simulation;

/// <summary>What the sample business sells, and which products it is made to sell together.</summary>
internal sealed class SampleCatalog
{
    private readonly Dictionary<string, SampleProduct> byId;

    private SampleCatalog(IReadOnlyList<SampleProduct> products, IReadOnlyList<ProductPair> pairs)
    {
        Products = products;
        Pairs = pairs;
        byId = products.ToDictionary(product => product.Id, StringComparer.Ordinal);
    }

    public static SampleCatalog CoffeeAndTea { get; } = new(
    [
        new("BEAN-01", "Espresso Roma 1 kg", "Coffee beans", 18.90m, 150),
        new("BEAN-02", "Crema Classic 1 kg", "Coffee beans", 16.90m, 133),
        new("BEAN-03", "Ethiopia Sidamo 500 g", "Coffee beans", 12.50m, 42),
        new("BEAN-04", "Colombia Huila 500 g", "Coffee beans", 11.90m, 34),
        new("BEAN-05", "Decaf Verde 500 g", "Coffee beans", 10.90m, 27),
        new("BEAN-06", "House Blend 250 g", "Coffee beans", 5.40m, 85),
        new("BEAN-07", "Brazil Santos 1 kg", "Coffee beans", 15.50m, 21),
        new("BEAN-08", "Barista Taster Box", "Coffee beans", 24.00m, 18),
        new("TEAS-01", "Darjeeling First Flush 100 g", "Tea", 9.80m, 75),
        new("TEAS-02", "Earl Grey 250 g", "Tea", 8.40m, 109),
        new("TEAS-03", "Sencha 100 g", "Tea", 7.60m, 41),
        new("TEAS-04", "Rooibos Vanilla 250 g", "Tea", 6.90m, 33),
        new("TEAS-05", "Peppermint Leaves 100 g", "Tea", 3.90m, 27),
        new("TEAS-06", "East Frisian Blend 500 g", "Tea", 11.20m, 80),
        new("TEAS-07", "Chai Masala 200 g", "Tea", 6.50m, 21),
        new("TEAS-08", "Tea Sampler Twelve", "Tea", 19.50m, 18),
        new("MACH-01", "Espresso Machine Duo", "Machines", 489.00m, 70),
        new("MACH-02", "Filter Machine Ten Cups", "Machines", 89.00m, 52),
        new("MACH-03", "Burr Grinder Steel", "Machines", 149.00m, 40),
        new("MACH-04", "Hand Grinder Travel", "Machines", 59.00m, 32),
        new("MACH-05", "Milk Frother", "Machines", 39.90m, 26),
        new("MACH-06", "Kettle Gooseneck", "Machines", 69.00m, 24),
        new("MACH-07", "Cold Brew Tower", "Machines", 119.00m, 20),
        new("MACH-08", "Kettle One Litre", "Machines", 34.90m, 18),
        new("CARE-01", "Descaler 500 ml", "Care", 8.90m, 66),
        new("CARE-02", "Cleaning Tablets 40", "Care", 12.90m, 100),
        new("CARE-03", "Grinder Cleaner 430 g", "Care", 16.50m, 38),
        new("CARE-04", "Milk System Cleaner", "Care", 9.90m, 31),
        new("CARE-05", "Water Filter Six", "Care", 34.00m, 26),
        new("CARE-06", "Brush Set", "Care", 7.50m, 23),
        new("CARE-07", "Microfibre Cloths Five", "Care", 6.90m, 20),
        new("CARE-08", "Limescale Test Strips", "Care", 4.50m, 17),
        new("BREW-01", "French Press One Litre", "Brewing", 29.90m, 63),
        new("BREW-02", "Pour-over Dripper", "Brewing", 18.50m, 50),
        new("BREW-03", "Paper Filters 100", "Brewing", 4.20m, 120),
        new("BREW-04", "Moka Pot Six Cups", "Brewing", 32.00m, 30),
        new("BREW-05", "Tea Infuser Steel", "Brewing", 9.50m, 25),
        new("BREW-06", "Glass Teapot", "Brewing", 36.00m, 23),
        new("BREW-07", "Tea Filters 80", "Brewing", 3.60m, 20),
        new("BREW-08", "Scale with Timer", "Brewing", 44.00m, 17),
        new("CUPS-01", "Espresso Cups Six", "Cups", 28.00m, 60),
        new("CUPS-02", "Cappuccino Cups Six", "Cups", 36.00m, 48),
        new("CUPS-03", "Mug Blue Stripe", "Cups", 9.90m, 37),
        new("CUPS-04", "Travel Mug 350 ml", "Cups", 22.50m, 30),
        new("CUPS-05", "Tea Glasses Four", "Cups", 18.00m, 25),
        new("CUPS-06", "Saucers Six", "Cups", 14.00m, 22),
        new("CUPS-07", "Tray Oak", "Cups", 26.00m, 19),
        new("CUPS-08", "Spoons Twelve", "Cups", 16.50m, 17),
        new("SWET-01", "Cantuccini 250 g", "Sweets", 5.20m, 57),
        new("SWET-02", "Amaretti 200 g", "Sweets", 4.90m, 46),
        new("SWET-03", "Shortbread Tin", "Sweets", 8.80m, 36),
        new("SWET-04", "Dark Chocolate Six", "Sweets", 14.40m, 29),
        new("SWET-05", "Brown Sugar Sticks 500", "Sweets", 12.00m, 92),
        new("SWET-06", "Rock Candy 500 g", "Sweets", 4.70m, 22),
        new("SWET-07", "Speculoos 400", "Sweets", 13.90m, 19),
        new("SWET-08", "Honey Acacia 500 g", "Sweets", 9.40m, 17),
        new("SYRU-01", "Vanilla Syrup 700 ml", "Syrups", 8.90m, 54),
        new("SYRU-02", "Caramel Syrup 700 ml", "Syrups", 8.90m, 44),
        new("SYRU-03", "Hazelnut Syrup 700 ml", "Syrups", 8.90m, 35),
        new("SYRU-04", "Syrup Pump", "Syrups", 3.90m, 28),
        new("SYRU-05", "Chocolate Sauce 1.9 l", "Syrups", 21.00m, 24),
        new("SYRU-06", "Oat Drink Barista Six", "Syrups", 13.80m, 21),
        new("SYRU-07", "Cocoa 1 kg", "Syrups", 11.50m, 19),
        new("SYRU-08", "Cinnamon Shaker", "Syrups", 5.90m, 16),
    ],
    [
        new("MACH-01", "CARE-01"),
        new("MACH-05", "CARE-04"),
        new("BREW-01", "BEAN-03"),
        new("BREW-02", "MACH-06"),
        new("BREW-06", "TEAS-01"),
        new("BREW-05", "TEAS-03"),
        new("CUPS-01", "SWET-01"),
        new("SYRU-01", "SYRU-04"),
        new("MACH-03", "CARE-03"),
        new("TEAS-07", "SYRU-06"),
    ]);

    public IReadOnlyList<SampleProduct> Products { get; }

    public IReadOnlyList<ProductPair> Pairs { get; }

    public SampleProduct this[string id] => byId[id];
}
