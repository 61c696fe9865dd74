namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEngineeringUnits (clause 21): 0..255 and 47808..49999 are the standard's, the rest up to 65535 a vendor's.</summary>
public enum EngineeringUnits : ushort
{
    /// <summary>square-meters</summary>
    SquareMeters = 0,
    /// <summary>square-feet</summary>
    SquareFeet = 1,
    /// <summary>milliamperes</summary>
    Milliamperes = 2,
    /// <summary>amperes</summary>
    Amperes = 3,
    /// <summary>ohms</summary>
    Ohms = 4,
    /// <summary>volts</summary>
    Volts = 5,
    /// <summary>kilovolts</summary>
    Kilovolts = 6,
    /// <summary>megavolts</summary>
    Megavolts = 7,
    /// <summary>volt-amperes</summary>
    VoltAmperes = 8,
    /// <summary>kilovolt-amperes</summary>
    KilovoltAmperes = 9,
    /// <summary>megavolt-amperes</summary>
    MegavoltAmperes = 10,
    /// <summary>volt-amperes-reactive</summary>
    VoltAmperesReactive = 11,
    /// <summary>kilovolt-amperes-reactive</summary>
    KilovoltAmperesReactive = 12,
    /// <summary>megavolt-amperes-reactive</summary>
    MegavoltAmperesReactive = 13,
    /// <summary>degrees-phase</summary>
    DegreesPhase = 14,
    /// <summary>power-factor</summary>
    PowerFactor = 15,
    /// <summary>joules</summary>
    Joules = 16,
    /// <summary>kilojoules</summary>
    Kilojoules = 17,
    /// <summary>watt-hours</summary>
    WattHours = 18,
    /// <summary>kilowatt-hours</summary>
    KilowattHours = 19,
    /// <summary>btus</summary>
    Btus = 20,
    /// <summary>therms</summary>
    Therms = 21,
    /// <summary>ton-hours</summary>
    TonHours = 22,
    /// <summary>joules-per-kilogram-dry-air</summary>
    JoulesPerKilogramDryAir = 23,
    /// <summary>btus-per-pound-dry-air</summary>
    BtusPerPoundDryAir = 24,
    /// <summary>cycles-per-hour</summary>
    CyclesPerHour = 25,
    /// <summary>cycles-per-minute</summary>
    CyclesPerMinute = 26,
    /// <summary>hertz</summary>
    Hertz = 27,
    /// <summary>grams-of-water-per-kilogram-dry-air</summary>
    GramsOfWaterPerKilogramDryAir = 28,
    /// <summary>percent-relative-humidity</summary>
    PercentRelativeHumidity = 29,
    /// <summary>millimeters</summary>
    Millimeters = 30,
    /// <summary>meters</summary>
    Meters = 31,
    /// <summary>inches</summary>
    Inches = 32,
    /// <summary>feet</summary>
    Feet = 33,
    /// <summary>watts-per-square-foot</summary>
    WattsPerSquareFoot = 34,
    /// <summary>watts-per-square-meter</summary>
    WattsPerSquareMeter = 35,
    /// <summary>lumens</summary>
    Lumens = 36,
    /// <summary>luxes</summary>
    Luxes = 37,
    /// <summary>foot-candles</summary>
    FootCandles = 38,
    /// <summary>kilograms</summary>
    Kilograms = 39,
    /// <summary>pounds-mass</summary>
    PoundsMass = 40,
    /// <summary>tons</summary>
    Tons = 41,
    /// <summary>kilograms-per-second</summary>
    KilogramsPerSecond = 42,
    /// <summary>kilograms-per-minute</summary>
    KilogramsPerMinute = 43,
    /// <summary>kilograms-per-hour</summary>
    KilogramsPerHour = 44,
    /// <summary>pounds-mass-per-minute</summary>
    PoundsMassPerMinute = 45,
    /// <summary>pounds-mass-per-hour</summary>
    PoundsMassPerHour = 46,
    /// <summary>watts</summary>
    Watts = 47,
    /// <summary>kilowatts</summary>
    Kilowatts = 48,
    /// <summary>megawatts</summary>
    Megawatts = 49,
    /// <summary>btus-per-hour</summary>
    BtusPerHour = 50,
    /// <summary>horsepower</summary>
    Horsepower = 51,
    /// <summary>tons-refrigeration</summary>
    TonsRefrigeration = 52,
    /// <summary>pascals</summary>
    Pascals = 53,
    /// <summary>kilopascals</summary>
    Kilopascals = 54,
    /// <summary>bars</summary>
    Bars = 55,
    /// <summary>pounds-force-per-square-inch</summary>
    PoundsForcePerSquareInch = 56,
    /// <summary>centimeters-of-water</summary>
    CentimetersOfWater = 57,
    /// <summary>inches-of-water</summary>
    InchesOfWater = 58,
    /// <summary>millimeters-of-mercury</summary>
    MillimetersOfMercury = 59,
    /// <summary>centimeters-of-mercury</summary>
    CentimetersOfMercury = 60,
    /// <summary>inches-of-mercury</summary>
    InchesOfMercury = 61,
    /// <summary>degrees-celsius</summary>
    DegreesCelsius = 62,
    /// <summary>degrees-kelvin</summary>
    DegreesKelvin = 63,
    /// <summary>degrees-fahrenheit</summary>
    DegreesFahrenheit = 64,
    /// <summary>degree-days-celsius</summary>
    DegreeDaysCelsius = 65,
    /// <summary>degree-days-fahrenheit</summary>
    DegreeDaysFahrenheit = 66,
    /// <summary>years</summary>
    Years = 67,
    /// <summary>months</summary>
    Months = 68,
    /// <summary>weeks</summary>
    Weeks = 69,
    /// <summary>days</summary>
    Days = 70,
    /// <summary>hours</summary>
    Hours = 71,
    /// <summary>minutes</summary>
    Minutes = 72,
    /// <summary>seconds</summary>
    Seconds = 73,
    /// <summary>meters-per-second</summary>
    MetersPerSecond = 74,
    /// <summary>kilometers-per-hour</summary>
    KilometersPerHour = 75,
    /// <summary>feet-per-second</summary>
    FeetPerSecond = 76,
    /// <summary>feet-per-minute</summary>
    FeetPerMinute = 77,
    /// <summary>miles-per-hour</summary>
    MilesPerHour = 78,
    /// <summary>cubic-feet</summary>
    CubicFeet = 79,
    /// <summary>cubic-meters</summary>
    CubicMeters = 80,
    /// <summary>imperial-gallons</summary>
    ImperialGallons = 81,
    /// <summary>liters</summary>
    Liters = 82,
    /// <summary>us-gallons</summary>
    UsGallons = 83,
    /// <summary>cubic-feet-per-minute</summary>
    CubicFeetPerMinute = 84,
    /// <summary>cubic-meters-per-second</summary>
    CubicMetersPerSecond = 85,
    /// <summary>imperial-gallons-per-minute</summary>
    ImperialGallonsPerMinute = 86,
    /// <summary>liters-per-second</summary>
    LitersPerSecond = 87,
    /// <summary>liters-per-minute</summary>
    LitersPerMinute = 88,
    /// <summary>us-gallons-per-minute</summary>
    UsGallonsPerMinute = 89,
    /// <summary>degrees-angular</summary>
    DegreesAngular = 90,
    /// <summary>degrees-celsius-per-hour</summary>
    DegreesCelsiusPerHour = 91,
    /// <summary>degrees-celsius-per-minute</summary>
    DegreesCelsiusPerMinute = 92,
    /// <summary>degrees-fahrenheit-per-hour</summary>
    DegreesFahrenheitPerHour = 93,
    /// <summary>degrees-fahrenheit-per-minute</summary>
    DegreesFahrenheitPerMinute = 94,
    /// <summary>no-units</summary>
    NoUnits = 95,
    /// <summary>parts-per-million</summary>
    PartsPerMillion = 96,
    /// <summary>parts-per-billion</summary>
    PartsPerBillion = 97,
    /// <summary>percent</summary>
    Percent = 98,
    /// <summary>percent-per-second</summary>
    PercentPerSecond = 99,
    /// <summary>per-minute</summary>
    PerMinute = 100,
    /// <summary>per-second</summary>
    PerSecond = 101,
    /// <summary>psi-per-degree-fahrenheit</summary>
    PsiPerDegreeFahrenheit = 102,
    /// <summary>radians</summary>
    Radians = 103,
    /// <summary>revolutions-per-minute</summary>
    RevolutionsPerMinute = 104,
    /// <summary>currency1</summary>
    Currency1 = 105,
    /// <summary>currency2</summary>
    Currency2 = 106,
    /// <summary>currency3</summary>
    Currency3 = 107,
    /// <summary>currency4</summary>
    Currency4 = 108,
    /// <summary>currency5</summary>
    Currency5 = 109,
    /// <summary>currency6</summary>
    Currency6 = 110,
    /// <summary>currency7</summary>
    Currency7 = 111,
    /// <summary>currency8</summary>
    Currency8 = 112,
    /// <summary>currency9</summary>
    Currency9 = 113,
    /// <summary>currency10</summary>
    Currency10 = 114,
    /// <summary>square-inches</summary>
    SquareInches = 115,
    /// <summary>square-centimeters</summary>
    SquareCentimeters = 116,
    /// <summary>btus-per-pound</summary>
    BtusPerPound = 117,
    /// <summary>centimeters</summary>
    Centimeters = 118,
    /// <summary>pounds-mass-per-second</summary>
    PoundsMassPerSecond = 119,
    /// <summary>delta-degrees-fahrenheit</summary>
    DeltaDegreesFahrenheit = 120,
    /// <summary>delta-degrees-kelvin</summary>
    DeltaDegreesKelvin = 121,
    /// <summary>kilohms</summary>
    Kilohms = 122,
    /// <summary>megohms</summary>
    Megohms = 123,
    /// <summary>millivolts</summary>
    Millivolts = 124,
    /// <summary>kilojoules-per-kilogram</summary>
    KilojoulesPerKilogram = 125,
    /// <summary>megajoules</summary>
    Megajoules = 126,
    /// <summary>joules-per-degree-kelvin</summary>
    JoulesPerDegreeKelvin = 127,
    /// <summary>joules-per-kilogram-degree-kelvin</summary>
    JoulesPerKilogramDegreeKelvin = 128,
    /// <summary>kilohertz</summary>
    Kilohertz = 129,
    /// <summary>megahertz</summary>
    Megahertz = 130,
    /// <summary>per-hour</summary>
    PerHour = 131,
    /// <summary>milliwatts</summary>
    Milliwatts = 132,
    /// <summary>hectopascals</summary>
    Hectopascals = 133,
    /// <summary>millibars</summary>
    Millibars = 134,
    /// <summary>cubic-meters-per-hour</summary>
    CubicMetersPerHour = 135,
    /// <summary>liters-per-hour</summary>
    LitersPerHour = 136,
    /// <summary>kilowatt-hours-per-square-meter</summary>
    KilowattHoursPerSquareMeter = 137,
    /// <summary>kilowatt-hours-per-square-foot</summary>
    KilowattHoursPerSquareFoot = 138,
    /// <summary>megajoules-per-square-meter</summary>
    MegajoulesPerSquareMeter = 139,
    /// <summary>megajoules-per-square-foot</summary>
    MegajoulesPerSquareFoot = 140,
    /// <summary>watts-per-square-meter-degree-kelvin</summary>
    WattsPerSquareMeterDegreeKelvin = 141,
    /// <summary>cubic-feet-per-second</summary>
    CubicFeetPerSecond = 142,
    /// <summary>percent-obscuration-per-foot</summary>
    PercentObscurationPerFoot = 143,
    /// <summary>percent-obscuration-per-meter</summary>
    PercentObscurationPerMeter = 144,
    /// <summary>milliohms</summary>
    Milliohms = 145,
    /// <summary>megawatt-hours</summary>
    MegawattHours = 146,
    /// <summary>kilo-btus</summary>
    KiloBtus = 147,
    /// <summary>mega-btus</summary>
    MegaBtus = 148,
    /// <summary>kilojoules-per-kilogram-dry-air</summary>
    KilojoulesPerKilogramDryAir = 149,
    /// <summary>megajoules-per-kilogram-dry-air</summary>
    MegajoulesPerKilogramDryAir = 150,
    /// <summary>kilojoules-per-degree-kelvin</summary>
    KilojoulesPerDegreeKelvin = 151,
    /// <summary>megajoules-per-degree-kelvin</summary>
    MegajoulesPerDegreeKelvin = 152,
    /// <summary>newton</summary>
    Newton = 153,
    /// <summary>grams-per-second</summary>
    GramsPerSecond = 154,
    /// <summary>grams-per-minute</summary>
    GramsPerMinute = 155,
    /// <summary>tons-per-hour</summary>
    TonsPerHour = 156,
    /// <summary>kilo-btus-per-hour</summary>
    KiloBtusPerHour = 157,
    /// <summary>hundredths-seconds</summary>
    HundredthsSeconds = 158,
    /// <summary>milliseconds</summary>
    Milliseconds = 159,
    /// <summary>newton-meters</summary>
    NewtonMeters = 160,
    /// <summary>millimeters-per-second</summary>
    MillimetersPerSecond = 161,
    /// <summary>millimeters-per-minute</summary>
    MillimetersPerMinute = 162,
    /// <summary>meters-per-minute</summary>
    MetersPerMinute = 163,
    /// <summary>meters-per-hour</summary>
    MetersPerHour = 164,
    /// <summary>cubic-meters-per-minute</summary>
    CubicMetersPerMinute = 165,
    /// <summary>meters-per-second-per-second</summary>
    MetersPerSecondPerSecond = 166,
    /// <summary>amperes-per-meter</summary>
    AmperesPerMeter = 167,
    /// <summary>amperes-per-square-meter</summary>
    AmperesPerSquareMeter = 168,
    /// <summary>ampere-square-meters</summary>
    AmpereSquareMeters = 169,
    /// <summary>farads</summary>
    Farads = 170,
    /// <summary>henrys</summary>
    Henrys = 171,
    /// <summary>ohm-meters</summary>
    OhmMeters = 172,
    /// <summary>siemens</summary>
    Siemens = 173,
    /// <summary>siemens-per-meter</summary>
    SiemensPerMeter = 174,
    /// <summary>teslas</summary>
    Teslas = 175,
    /// <summary>volts-per-degree-kelvin</summary>
    VoltsPerDegreeKelvin = 176,
    /// <summary>volts-per-meter</summary>
    VoltsPerMeter = 177,
    /// <summary>webers</summary>
    Webers = 178,
    /// <summary>candelas</summary>
    Candelas = 179,
    /// <summary>candelas-per-square-meter</summary>
    CandelasPerSquareMeter = 180,
    /// <summary>degrees-kelvin-per-hour</summary>
    DegreesKelvinPerHour = 181,
    /// <summary>degrees-kelvin-per-minute</summary>
    DegreesKelvinPerMinute = 182,
    /// <summary>joule-seconds</summary>
    JouleSeconds = 183,
    /// <summary>radians-per-second</summary>
    RadiansPerSecond = 184,
    /// <summary>square-meters-per-newton</summary>
    SquareMetersPerNewton = 185,
    /// <summary>kilograms-per-cubic-meter</summary>
    KilogramsPerCubicMeter = 186,
    /// <summary>newton-seconds</summary>
    NewtonSeconds = 187,
    /// <summary>newtons-per-meter</summary>
    NewtonsPerMeter = 188,
    /// <summary>watts-per-meter-per-degree-kelvin</summary>
    WattsPerMeterPerDegreeKelvin = 189,
    /// <summary>micro-siemens</summary>
    MicroSiemens = 190,
    /// <summary>cubic-feet-per-hour</summary>
    CubicFeetPerHour = 191,
    /// <summary>us-gallons-per-hour</summary>
    UsGallonsPerHour = 192,
    /// <summary>kilometers</summary>
    Kilometers = 193,
    /// <summary>micrometers</summary>
    Micrometers = 194,
    /// <summary>grams</summary>
    Grams = 195,
    /// <summary>milligrams</summary>
    Milligrams = 196,
    /// <summary>milliliters</summary>
    Milliliters = 197,
    /// <summary>milliliters-per-second</summary>
    MillilitersPerSecond = 198,
    /// <summary>decibels</summary>
    Decibels = 199,
    /// <summary>decibels-millivolt</summary>
    DecibelsMillivolt = 200,
    /// <summary>decibels-volt</summary>
    DecibelsVolt = 201,
    /// <summary>millisiemens</summary>
    Millisiemens = 202,
    /// <summary>watt-hours-reactive</summary>
    WattHoursReactive = 203,
    /// <summary>kilowatt-hours-reactive</summary>
    KilowattHoursReactive = 204,
    /// <summary>megawatt-hours-reactive</summary>
    MegawattHoursReactive = 205,
    /// <summary>millimeters-of-water</summary>
    MillimetersOfWater = 206,
    /// <summary>per-mille</summary>
    PerMille = 207,
    /// <summary>grams-per-gram</summary>
    GramsPerGram = 208,
    /// <summary>kilograms-per-kilogram</summary>
    KilogramsPerKilogram = 209,
    /// <summary>grams-per-kilogram</summary>
    GramsPerKilogram = 210,
    /// <summary>milligrams-per-gram</summary>
    MilligramsPerGram = 211,
    /// <summary>milligrams-per-kilogram</summary>
    MilligramsPerKilogram = 212,
    /// <summary>grams-per-milliliter</summary>
    GramsPerMilliliter = 213,
    /// <summary>grams-per-liter</summary>
    GramsPerLiter = 214,
    /// <summary>milligrams-per-liter</summary>
    MilligramsPerLiter = 215,
    /// <summary>micrograms-per-liter</summary>
    MicrogramsPerLiter = 216,
    /// <summary>grams-per-cubic-meter</summary>
    GramsPerCubicMeter = 217,
    /// <summary>milligrams-per-cubic-meter</summary>
    MilligramsPerCubicMeter = 218,
    /// <summary>micrograms-per-cubic-meter</summary>
    MicrogramsPerCubicMeter = 219,
    /// <summary>nanograms-per-cubic-meter</summary>
    NanogramsPerCubicMeter = 220,
    /// <summary>grams-per-cubic-centimeter</summary>
    GramsPerCubicCentimeter = 221,
    /// <summary>becquerels</summary>
    Becquerels = 222,
    /// <summary>kilobecquerels</summary>
    Kilobecquerels = 223,
    /// <summary>megabecquerels</summary>
    Megabecquerels = 224,
    /// <summary>gray</summary>
    Gray = 225,
    /// <summary>milligray</summary>
    Milligray = 226,
    /// <summary>microgray</summary>
    Microgray = 227,
    /// <summary>sieverts</summary>
    Sieverts = 228,
    /// <summary>millisieverts</summary>
    Millisieverts = 229,
    /// <summary>microsieverts</summary>
    Microsieverts = 230,
    /// <summary>microsieverts-per-hour</summary>
    MicrosievertsPerHour = 231,
    /// <summary>decibels-a</summary>
    DecibelsA = 232,
    /// <summary>nephelometric-turbidity-unit</summary>
    NephelometricTurbidityUnit = 233,
    /// <summary>ph</summary>
    Ph = 234,
    /// <summary>grams-per-square-meter</summary>
    GramsPerSquareMeter = 235,
    /// <summary>minutes-per-degree-kelvin</summary>
    MinutesPerDegreeKelvin = 236,
    /// <summary>ohm-meter-squared-per-meter</summary>
    OhmMeterSquaredPerMeter = 237,
    /// <summary>ampere-seconds</summary>
    AmpereSeconds = 238,
    /// <summary>volt-ampere-hours</summary>
    VoltAmpereHours = 239,
    /// <summary>kilovolt-ampere-hours</summary>
    KilovoltAmpereHours = 240,
    /// <summary>megavolt-ampere-hours</summary>
    MegavoltAmpereHours = 241,
    /// <summary>volt-ampere-hours-reactive</summary>
    VoltAmpereHoursReactive = 242,
    /// <summary>kilovolt-ampere-hours-reactive</summary>
    KilovoltAmpereHoursReactive = 243,
    /// <summary>megavolt-ampere-hours-reactive</summary>
    MegavoltAmpereHoursReactive = 244,
    /// <summary>volt-square-hours</summary>
    VoltSquareHours = 245,
    /// <summary>ampere-square-hours</summary>
    AmpereSquareHours = 246,
    /// <summary>joule-per-hours</summary>
    JoulePerHours = 247,
    /// <summary>cubic-feet-per-day</summary>
    CubicFeetPerDay = 248,
    /// <summary>cubic-meters-per-day</summary>
    CubicMetersPerDay = 249,
    /// <summary>watt-hours-per-cubic-meter</summary>
    WattHoursPerCubicMeter = 250,
    /// <summary>joules-per-cubic-meter</summary>
    JoulesPerCubicMeter = 251,
    /// <summary>mole-percent</summary>
    MolePercent = 252,
    /// <summary>pascal-seconds</summary>
    PascalSeconds = 253,
    /// <summary>million-standard-cubic-feet-per-minute</summary>
    MillionStandardCubicFeetPerMinute = 254,
    /// <summary>standard-cubic-feet-per-day</summary>
    StandardCubicFeetPerDay = 47808,
    /// <summary>million-standard-cubic-feet-per-day</summary>
    MillionStandardCubicFeetPerDay = 47809,
    /// <summary>thousand-cubic-feet-per-day</summary>
    ThousandCubicFeetPerDay = 47810,
    /// <summary>thousand-standard-cubic-feet-per-day</summary>
    ThousandStandardCubicFeetPerDay = 47811,
    /// <summary>pounds-mass-per-day</summary>
    PoundsMassPerDay = 47812,
    /// <summary>millirems</summary>
    Millirems = 47814,
    /// <summary>millirems-per-hour</summary>
    MilliremsPerHour = 47815,
    /// <summary>degrees-lovibond</summary>
    DegreesLovibond = 47816,
    /// <summary>alcohol-by-volume</summary>
    AlcoholByVolume = 47817,
    /// <summary>international-bittering-units</summary>
    InternationalBitteringUnits = 47818,
    /// <summary>european-bitterness-units</summary>
    EuropeanBitternessUnits = 47819,
    /// <summary>degrees-plato</summary>
    DegreesPlato = 47820,
    /// <summary>specific-gravity</summary>
    SpecificGravity = 47821,
    /// <summary>european-brewing-convention</summary>
    EuropeanBrewingConvention = 47822,
    /// <summary>per-day</summary>
    PerDay = 47823,
    /// <summary>per-millisecond</summary>
    PerMillisecond = 47824,
    /// <summary>yards</summary>
    Yards = 47825,
    /// <summary>miles</summary>
    Miles = 47826,
    /// <summary>nautical-miles</summary>
    NauticalMiles = 47827,
    /// <summary>nanograms</summary>
    Nanograms = 47828,
    /// <summary>micrograms</summary>
    Micrograms = 47829,
    /// <summary>metric-tonnes</summary>
    MetricTonnes = 47830,
    /// <summary>short-tons</summary>
    ShortTons = 47831,
    /// <summary>long-tons</summary>
    LongTons = 47832,
    /// <summary>grams-per-hour</summary>
    GramsPerHour = 47833,
    /// <summary>grams-per-day</summary>
    GramsPerDay = 47834,
    /// <summary>kilograms-per-day</summary>
    KilogramsPerDay = 47835,
    /// <summary>short-tons-per-second</summary>
    ShortTonsPerSecond = 47836,
    /// <summary>short-tons-per-minute</summary>
    ShortTonsPerMinute = 47837,
    /// <summary>short-tons-per-hour</summary>
    ShortTonsPerHour = 47838,
    /// <summary>short-tons-per-day</summary>
    ShortTonsPerDay = 47839,
    /// <summary>metric-tonnes-per-second</summary>
    MetricTonnesPerSecond = 47840,
    /// <summary>metric-tonnes-per-minute</summary>
    MetricTonnesPerMinute = 47841,
    /// <summary>metric-tonnes-per-hour</summary>
    MetricTonnesPerHour = 47842,
    /// <summary>metric-tonnes-per-day</summary>
    MetricTonnesPerDay = 47843,
    /// <summary>long-tons-per-second</summary>
    LongTonsPerSecond = 47844,
    /// <summary>long-tons-per-minute</summary>
    LongTonsPerMinute = 47845,
    /// <summary>long-tons-per-hour</summary>
    LongTonsPerHour = 47846,
    /// <summary>long-tons-per-day</summary>
    LongTonsPerDay = 47847,
    /// <summary>btus-per-second</summary>
    BtusPerSecond = 47848,
    /// <summary>btus-per-minute</summary>
    BtusPerMinute = 47849,
    /// <summary>btus-per-day</summary>
    BtusPerDay = 47850,
    /// <summary>kilo-btus-per-second</summary>
    KiloBtusPerSecond = 47851,
    /// <summary>kilo-btus-per-minute</summary>
    KiloBtusPerMinute = 47852,
    /// <summary>kilo-btus-per-day</summary>
    KiloBtusPerDay = 47853,
    /// <summary>mega-btus-per-second</summary>
    MegaBtusPerSecond = 47854,
    /// <summary>mega-btus-per-minute</summary>
    MegaBtusPerMinute = 47855,
    /// <summary>mega-btus-per-hour</summary>
    MegaBtusPerHour = 47856,
    /// <summary>mega-btus-per-day</summary>
    MegaBtusPerDay = 47857,
    /// <summary>joules-per-second</summary>
    JoulesPerSecond = 47858,
    /// <summary>joules-per-minute</summary>
    JoulesPerMinute = 47859,
    /// <summary>joules-per-day</summary>
    JoulesPerDay = 47860,
    /// <summary>kilojoules-per-second</summary>
    KilojoulesPerSecond = 47861,
    /// <summary>kilojoules-per-minute</summary>
    KilojoulesPerMinute = 47862,
    /// <summary>kilojoules-per-hour</summary>
    KilojoulesPerHour = 47863,
    /// <summary>kilojoules-per-day</summary>
    KilojoulesPerDay = 47864,
    /// <summary>megajoules-per-second</summary>
    MegajoulesPerSecond = 47865,
    /// <summary>megajoules-per-minute</summary>
    MegajoulesPerMinute = 47866,
    /// <summary>megajoules-per-hour</summary>
    MegajoulesPerHour = 47867,
    /// <summary>megajoules-per-day</summary>
    MegajoulesPerDay = 47868,
    /// <summary>degrees-celsius-per-day</summary>
    DegreesCelsiusPerDay = 47869,
    /// <summary>kelvin-per-day</summary>
    KelvinPerDay = 47870,
    /// <summary>degrees-fahrenheit-per-day</summary>
    DegreesFahrenheitPerDay = 47871,
    /// <summary>delta-degrees-celsius</summary>
    DeltaDegreesCelsius = 47872,
    /// <summary>million-cubic-feet-per-minute</summary>
    MillionCubicFeetPerMinute = 47873,
    /// <summary>million-cubic-feet-per-day</summary>
    MillionCubicFeetPerDay = 47874,
    /// <summary>imperial-gallons-per-second</summary>
    ImperialGallonsPerSecond = 47875,
    /// <summary>imperial-gallons-per-hour</summary>
    ImperialGallonsPerHour = 47876,
    /// <summary>imperial-gallons-per-day</summary>
    ImperialGallonsPerDay = 47877,
    /// <summary>liters-per-day</summary>
    LitersPerDay = 47878,
    /// <summary>us-gallons-per-second</summary>
    UsGallonsPerSecond = 47879,
    /// <summary>us-gallons-per-day</summary>
    UsGallonsPerDay = 47880,
    /// <summary>percent-per-minute</summary>
    PercentPerMinute = 47881,
    /// <summary>percent-per-hour</summary>
    PercentPerHour = 47882,
    /// <summary>percent-per-day</summary>
    PercentPerDay = 47883,
    /// <summary>per-million</summary>
    PerMillion = 47884,
    /// <summary>per-billion</summary>
    PerBillion = 47885,
    /// <summary>micrograms-per-gram</summary>
    MicrogramsPerGram = 47886,
    /// <summary>nanograms-per-gram</summary>
    NanogramsPerGram = 47887,
    /// <summary>micrograms-per-kilogram</summary>
    MicrogramsPerKilogram = 47888,
    /// <summary>nanograms-per-kilogram</summary>
    NanogramsPerKilogram = 47889,
    /// <summary>milligrams-per-milliliter</summary>
    MilligramsPerMilliliter = 47890,
    /// <summary>micrograms-per-milliliter</summary>
    MicrogramsPerMilliliter = 47891,
    /// <summary>nanograms-per-milliliter</summary>
    NanogramsPerMilliliter = 47892,
    /// <summary>kilograms-per-liter</summary>
    KilogramsPerLiter = 47893,
    /// <summary>nanograms-per-liter</summary>
    NanogramsPerLiter = 47894,
    /// <summary>milligrams-per-cubic-centimeter</summary>
    MilligramsPerCubicCentimeter = 47895,
    /// <summary>micrograms-per-cubic-centimeter</summary>
    MicrogramsPerCubicCentimeter = 47896,
    /// <summary>nanograms-per-cubic-centimeter</summary>
    NanogramsPerCubicCentimeter = 47897,
    /// <summary>btu-per-hour-per-watt</summary>
    BtuPerHourPerWatt = 47898,
    /// <summary>btu-per-watt-hour-seasonal</summary>
    BtuPerWattHourSeasonal = 47899,
    /// <summary>coefficient-of-performance</summary>
    CoefficientOfPerformance = 47900,
    /// <summary>coefficient-of-performance-seasonal</summary>
    CoefficientOfPerformanceSeasonal = 47901,
    /// <summary>kilowatt-per-ton-refrigeration</summary>
    KilowattPerTonRefrigeration = 47902,
    /// <summary>lumens-per-watt</summary>
    LumensPerWatt = 47903,
    /// <summary>pound-force-feet</summary>
    PoundForceFeet = 47904,
    /// <summary>pound-force-inches</summary>
    PoundForceInches = 47905,
    /// <summary>ounce-force-inches</summary>
    OunceForceInches = 47906,
    /// <summary>pounds-force-per-square-inch-absolute</summary>
    PoundsForcePerSquareInchAbsolute = 47907,
    /// <summary>pounds-force-per-square-inch-gauge</summary>
    PoundsForcePerSquareInchGauge = 47908,
    /// <summary>microsiemens-per-centimeter</summary>
    MicrosiemensPerCentimeter = 47909,
    /// <summary>millisiemens-per-centimeter</summary>
    MillisiemensPerCentimeter = 47910,
    /// <summary>millisiemens-per-meter</summary>
    MillisiemensPerMeter = 47911,
    /// <summary>millions-of-us-gallons</summary>
    MillionsOfUsGallons = 47912,
    /// <summary>millions-of-imperial-gallons</summary>
    MillionsOfImperialGallons = 47913,
    /// <summary>milliliters-per-minute</summary>
    MillilitersPerMinute = 47914,
    /// <summary>mils-per-year</summary>
    MilsPerYear = 47915,
    /// <summary>millimeters-per-year</summary>
    MillimetersPerYear = 47916,
    /// <summary>pulses-per-minute</summary>
    PulsesPerMinute = 47917,
    /// <summary>active-energy-pulse-value</summary>
    ActiveEnergyPulseValue = 47918,
    /// <summary>reactive-energy-pulse-value</summary>
    ReactiveEnergyPulseValue = 47919,
    /// <summary>apparent-energy-pulse-value</summary>
    ApparentEnergyPulseValue = 47920,
    /// <summary>volt-squared-hour-pulse-value</summary>
    VoltSquaredHourPulseValue = 47921,
    /// <summary>ampere-squared-hour-pulse-value</summary>
    AmpereSquaredHourPulseValue = 47922,
    /// <summary>cubic-meter-pulse-value</summary>
    CubicMeterPulseValue = 47923,
    /// <summary>gigawatts</summary>
    Gigawatts = 47924,
    /// <summary>gigajoules</summary>
    Gigajoules = 47925,
    /// <summary>terajoules</summary>
    Terajoules = 47926,
    /// <summary>gigawatt-hours</summary>
    GigawattHours = 47927,
    /// <summary>gigawatt-hours-reactive</summary>
    GigawattHoursReactive = 47928,
    /// <summary>bits-per-second</summary>
    BitsPerSecond = 47929,
    /// <summary>kilobits-per-second</summary>
    KilobitsPerSecond = 47930,
    /// <summary>megabits-per-second</summary>
    MegabitsPerSecond = 47931,
    /// <summary>gigabits-per-second</summary>
    GigabitsPerSecond = 47932,
    /// <summary>bytes-per-second</summary>
    BytesPerSecond = 47933,
    /// <summary>kilobytes-per-second</summary>
    KilobytesPerSecond = 47934,
    /// <summary>megabytes-per-second</summary>
    MegabytesPerSecond = 47935,
    /// <summary>gigabytes-per-second</summary>
    GigabytesPerSecond = 47936,
    /// <summary>volume1</summary>
    Volume1 = 47937,
    /// <summary>volume2</summary>
    Volume2 = 47938,
    /// <summary>volume3</summary>
    Volume3 = 47939,
    /// <summary>volume4</summary>
    Volume4 = 47940,
    /// <summary>volume5</summary>
    Volume5 = 47941,
    /// <summary>volume6</summary>
    Volume6 = 47942,
    /// <summary>volume7</summary>
    Volume7 = 47943,
    /// <summary>volume8</summary>
    Volume8 = 47944,
    /// <summary>volume9</summary>
    Volume9 = 47945,
    /// <summary>volume10</summary>
    Volume10 = 47946,
    /// <summary>volumetric-flow1</summary>
    VolumetricFlow1 = 47947,
    /// <summary>volumetric-flow2</summary>
    VolumetricFlow2 = 47948,
    /// <summary>volumetric-flow3</summary>
    VolumetricFlow3 = 47949,
    /// <summary>volumetric-flow4</summary>
    VolumetricFlow4 = 47950,
    /// <summary>volumetric-flow5</summary>
    VolumetricFlow5 = 47951,
    /// <summary>volumetric-flow6</summary>
    VolumetricFlow6 = 47952,
    /// <summary>volumetric-flow7</summary>
    VolumetricFlow7 = 47953,
    /// <summary>volumetric-flow8</summary>
    VolumetricFlow8 = 47954,
    /// <summary>volumetric-flow9</summary>
    VolumetricFlow9 = 47955,
    /// <summary>volumetric-flow10</summary>
    VolumetricFlow10 = 47956,
    /// <summary>site-unit1</summary>
    SiteUnit1 = 47958,
    /// <summary>site-unit2</summary>
    SiteUnit2 = 47959,
    /// <summary>site-unit3</summary>
    SiteUnit3 = 47960,
    /// <summary>site-unit4</summary>
    SiteUnit4 = 47961,
    /// <summary>site-unit5</summary>
    SiteUnit5 = 47962,
    /// <summary>site-unit6</summary>
    SiteUnit6 = 47963,
    /// <summary>site-unit7</summary>
    SiteUnit7 = 47964,
    /// <summary>site-unit8</summary>
    SiteUnit8 = 47965,
    /// <summary>site-unit9</summary>
    SiteUnit9 = 47966,
    /// <summary>site-unit10</summary>
    SiteUnit10 = 47967,
    /// <summary>particles-per-cubic-foot</summary>
    ParticlesPerCubicFoot = 47968,
    /// <summary>particles-per-cubic-meter</summary>
    ParticlesPerCubicMeter = 47969,
    /// <summary>picocuries-per-liter</summary>
    PicocuriesPerLiter = 47970,
    /// <summary>becquerels-per-cubic-meter</summary>
    BecquerelsPerCubicMeter = 47971,
    /// <summary>grains-of-water-per-pound-dry-air</summary>
    GrainsOfWaterPerPoundDryAir = 47972,
    /// <summary>degree-hours-celsius</summary>
    DegreeHoursCelsius = 47973,
    /// <summary>degree-hours-fahrenheit</summary>
    DegreeHoursFahrenheit = 47974,
    /// <summary>degree-minutes-celsius</summary>
    DegreeMinutesCelsius = 47975,
    /// <summary>degree-minutes-fahrenheit</summary>
    DegreeMinutesFahrenheit = 47976,
    /// <summary>degree-seconds-celsius</summary>
    DegreeSecondsCelsius = 47977,
    /// <summary>degree-seconds-fahrenheit</summary>
    DegreeSecondsFahrenheit = 47978,
    /// <summary>microseconds</summary>
    Microseconds = 47979,
    /// <summary>nanoseconds</summary>
    Nanoseconds = 47980,
    /// <summary>picoseconds</summary>
    Picoseconds = 47981,
}
