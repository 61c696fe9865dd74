using System.CommandLine;
using Plenum.Commands;

var root = new RootCommand("Plenum reads BACnet/IP devices and delivers every value to ThingsBoard.")
{
    RunCommand.Create(),
    CheckConfigCommand.Create(),
    DiscoverCommand.Create(),
    ReadCommand.Create(),
    WriteCommand.Create(),
    SimulateCommand.Create(),
    DemoCommand.Create(),
    HealthcheckCommand.Create(),
};

// A container is killed ten seconds after it was asked to stop; the gateway needs eight at the most.
return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(9) });
