using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;

namespace Plenum.ThingsBoard.Session;

/// <summary>Decides whether the server's certificate is believed, and keeps the reason if it is not. There is no way to switch this off.</summary>
/// <param name="options">The server, whose name the certificate must carry.</param>
/// <param name="authorities">The only authorities trusted; null for those of the system.</param>
/// <remarks>Revocation lists are not asked for: a gateway's network often cannot reach them.</remarks>
internal sealed class ServerTrust(SessionOptions options, X509Certificate2Collection? authorities)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1"; // RFC 5280, 4.2.1.12: id-kp-serverAuth

    /// <summary>Why the last certificate was not believed; null if it was.</summary>
    public ConnectFailedException? Problem { get; private set; }

    /// <summary>The handler for MQTTnet.</summary>
    public bool Accept(MqttClientCertificateValidationEventArgs seen)
    {
        Problem = Judge(seen);
        return Problem is null;
    }

    private ConnectFailedException? Judge(MqttClientCertificateValidationEventArgs seen)
    {
        if (seen.Certificate is null || seen.SslPolicyErrors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return new(SessionCodes.TlsFailed, $"{options.Host}:{options.Port} shows no certificate", "give the server one");

        using var certificate = X509CertificateLoader.LoadCertificate(seen.Certificate.GetRawCertData());
        if (seen.SslPolicyErrors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return new(SessionCodes.TlsNameMismatch, $"the server's certificate is for {NamesIn(certificate)}, not for {options.Host}",
                "set thingsboard.host to a name in the certificate, or give the server a certificate for this name");

        var untrusted = authorities is null ? SystemStatus(seen) : StatusUnder(authorities, certificate, seen.Chain);
        return untrusted is null ? null : new(SessionCodes.TlsUntrusted, $"the server's certificate (issued by {certificate.Issuer}) is not trusted ({untrusted})",
            authorities is null
                ? "set security.caCert to the file of the authority that issued it"
                : "put the authority that issued it in the file of security.caCert");
    }

    private static string? SystemStatus(MqttClientCertificateValidationEventArgs seen) =>
        seen.SslPolicyErrors == SslPolicyErrors.None ? null : Describe(seen.Chain);

    private static string? StatusUnder(X509Certificate2Collection authorities, X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        if (sent is not null) // what the server sent along: its intermediate authorities
        {
            chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
            foreach (var element in sent.ChainElements) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }
        return chain.Build(certificate) ? null : Describe(chain);
    }

    private static string Describe(X509Chain? chain) =>
        chain is null || chain.ChainStatus.Length == 0 ? "no chain" : string.Join(", ", chain.ChainStatus.Select(status => status.Status));

    private static string NamesIn(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .ToList();
        return names.Count == 0 ? $"\"{certificate.Subject}\" and no host name" : string.Join(", ", names);
    }
}
