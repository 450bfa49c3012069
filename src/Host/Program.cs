using Layar.Host;
using Layar.Host.CommandLine;

return await Verbs.Run(args);
