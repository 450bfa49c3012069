namespace Layar.Testing;

/// <summary>Signs in over HTTP as a person would. Needs a server with demo accounts (<see cref="StaffServer"/>).</summary>
public static class StaffSignIn
{
    public const string DemoPassword = "layar-demo";

    /// <summary>A visitor signed in as the demo account of this role, e.g. <c>Roles.Operator</c>.</summary>
    public static async Task<Visitor> SignedIn(this LayarServer server, string role)
    {
        var visitor = server.Visitor();
        var answer = await visitor.SignIn(role, DemoPassword);
        if (answer.Location is null) throw new InvalidOperationException($"{role} could not sign in: {answer.Status} {answer.Title} {answer.Document.QuerySelector(".errors")?.TextContent}");
        return visitor;
    }

    public static async Task<Page> SignIn(this Visitor visitor, string userName, string password, string path = "/masuk")
    {
        var page = await visitor.Open(path);
        return await page.Form().Set("UserName", userName).Set("Password", password).Press("Masuk");
    }
}
