using Plenum.Simulation;

try
{
    var options = Options.Parse(args);
    return Environment.GetEnvironmentVariable(Jobs.WorkerVariable) is null ? await Jobs.RunAsync(options, args) : Worker.Run(options);
}
catch (FormatException wrong)
{
    Console.Error.WriteLine($"{wrong.Message}.\n{Options.Usage}");
    return 2;
}
