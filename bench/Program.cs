using Layar.Bench;
using Layar.Bench.Limits;

System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
return args is ["limit", ..] ? await LimitPrograms.Run(args[1..]) : await BenchVerb.Run(args);
