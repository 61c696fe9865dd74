using System.CommandLine;
using Plenum;

// A container is killed ten seconds after it was asked to stop; the gateway needs eight at the most.
return await CommandLine.RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(9) });
