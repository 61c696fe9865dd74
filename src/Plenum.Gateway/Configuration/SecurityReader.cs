namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>thingsboard.security</c>: the credentials that its type asks for, and TLS wherever a certificate or the type says so.</summary>
internal sealed class SecurityReader(string folder)
{
    private static readonly string[] TokenTypes = ["accessToken", "tlsAccessToken"];
    private static readonly string[] PasswordTypes = ["usernamePassword", "tlsUsernamePassword"];
    private static readonly string[] CertificateTypes = ["tls", "x509Certificate", "x509", "tlsPrivateKey"];

    /// <summary>What the sample files hold in the place of a token.</summary>
    private static readonly string[] Placeholders = ["YOUR_ACCESS_TOKEN", "PUT_YOUR_GW_ACCESS_TOKEN_HERE"];

    public static bool UsesToken(string type) => TokenTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    public static bool UsesPassword(string type) => PasswordTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the section; null if it does not say how to log on.</summary>
    public SecurityPlan? Read(Section server)
    {
        using var section = server.Object("security");
        if (section is null)
        {
            if (!server.Has("security")) server.Problems.Error(server.At("security"), "the credentials are missing", "write \"security\": { \"type\": \"accessToken\", \"accessToken\": \"…\" } or set TB_GW_ACCESS_TOKEN");
            return null;
        }
        section.Accept("accessToken", "username", "password", "clientId", "checkCertPeriod", "certificateDaysLeft");
        if (section.Has("insecure") && section.Flag("insecure", false))
            section.Problems.Warn(section.At("insecure"), "the server's certificate is always verified, \"insecure\" has no effect", "give the authority's certificate in \"caCert\"");

        var tls = section.Flag("tls", false);
        var (ca, cert, key) = (FilePath(section, "caCert"), FilePath(section, "cert"), FilePath(section, "privateKey"));
        var type = section.Text("type") ?? Inferred(section);
        var plan = Credentials(section, type) with
        {
            UseTls = tls || type.StartsWith("tls", StringComparison.OrdinalIgnoreCase) || IsCertificate(type) || (ca ?? cert ?? key) is not null,
            CaCertPath = ca,
            CertPath = cert,
            PrivateKeyPath = key,
        };
        CheckPair(section, type);
        return plan;
    }

    private static SecurityPlan Credentials(Section section, string type)
    {
        var none = new SecurityPlan(null, null, null, null, false, null, null, null);
        if (UsesToken(type)) return none with { AccessToken = Token(section) };
        if (UsesPassword(type)) return Login(section, none);
        if (!IsCertificate(type))
            section.Problems.Error(section.At("type"), $"\"{type}\" is not a way to log on",
                Nearest.Hint(type, [.. TokenTypes, .. PasswordTypes, .. CertificateTypes], "write accessToken, tlsAccessToken, usernamePassword or x509Certificate"));
        return none;
    }

    private static string? Token(Section section)
    {
        var token = section.Text("accessToken");
        if (!section.Has("accessToken"))
            section.Problems.Error(section.At("accessToken"), "the access token is missing", "copy it from the gateway's device on the server into \"accessToken\" or TB_GW_ACCESS_TOKEN");
        else if (token is not null && Placeholders.Contains(token))
            section.Problems.Error(section.At("accessToken"), "the access token is still the sample's placeholder", "copy the real one from the gateway's device on the server, or set TB_GW_ACCESS_TOKEN");
        return token;
    }

    private static SecurityPlan Login(Section section, SecurityPlan none)
    {
        var plan = none with { Username = section.Text("username"), Password = section.Text("password"), ClientId = section.Text("clientId") };
        if ((plan.Username ?? plan.ClientId) is null)
            section.Problems.Error(section.At("username"), "neither a user name nor a client id is given", "write \"username\" and \"password\" as the server's device credentials have them, or set TB_GW_USERNAME and TB_GW_PASSWORD");
        return plan;
    }

    /// <summary>A certificate of ours is no use without its key, nor the key without it.</summary>
    private static void CheckPair(Section section, string type)
    {
        var (cert, key) = (section.Has("cert"), section.Has("privateKey"));
        if (cert == key && (cert || !IsCertificate(type))) return;
        var (missing, variable) = cert ? ("privateKey", "TB_GW_PRIVATE_KEY") : ("cert", "TB_GW_CERT");
        section.Problems.Error(section.At(missing), $"\"{missing}\" is missing", $"write the path of the PEM file, or set {variable}");
    }

    private static string Inferred(Section section) =>
        section.Has("accessToken") ? "accessToken"
        : section.Has("username") || section.Has("clientId") ? "usernamePassword"
        : section.Has("cert") ? "x509Certificate"
        : "accessToken";

    private static bool IsCertificate(string type) => CertificateTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private string? FilePath(Section section, string key)
    {
        if (section.Text(key) is not { } written) return null;
        var path = Path.GetFullPath(written, folder);
        if (!File.Exists(path)) section.Problems.Error(section.At(key), $"there is no file {path}", "write its path, absolute or from the configuration folder, and mount it");
        return path;
    }
}
