namespace Layar.Kernel.Installations;

/// <summary>What one running Layar is: where its files lie, which office it serves, and whether it is a demo.</summary>
/// <param name="DataFolder">database (when SQLite), files and working data</param>
/// <param name="KeyFolder">key ring and office certificate; outside the database and its backup</param>
/// <param name="AreaCode">the kabupaten or kota served, e.g. <c>63.11</c></param>
/// <param name="Demo">demo accounts may sign in and the second factor is off</param>
/// <param name="PublicAddress">address printed on letters and slips, without slash at the end</param>
public sealed record Installation(string DataFolder, string KeyFolder, string AreaCode, bool Demo, string PublicAddress);
