using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MQTTnet;

namespace Plenum.ThingsBoard.Session;

/// <summary>Reads the files of <see cref="TlsFiles"/>. They are read for every session, so that a renewed certificate is used at the next one.</summary>
internal static class TlsSetup
{
    /// <summary>The authorities to trust; null for those of the system.</summary>
    /// <exception cref="ConnectFailedException">The file cannot be read, or there is no certificate in it.</exception>
    public static X509Certificate2Collection? Authorities(TlsFiles files)
    {
        if (files.CaCertPath is not { } path) return null;
        var authorities = new X509Certificate2Collection();
        Read("caCert", path, () => authorities.ImportFromPemFile(path));
        return authorities.Count > 0
            ? authorities
            : throw new ConnectFailedException(SessionCodes.TlsFile, $"there is no certificate in {path}", "security.caCert must be a PEM file with the authority's certificate");
    }

    /// <summary>Our own certificate with its key; null for none.</summary>
    /// <exception cref="ConnectFailedException">A file cannot be read, or the two do not belong together.</exception>
    public static X509Certificate2? OwnCertificate(TlsFiles files)
    {
        if (files.CertPath is not { } path) return null;
        X509Certificate2? own = null;
        Read("cert/privateKey", files.PrivateKeyPath is null ? path : $"{path} and {files.PrivateKeyPath}",
            () => own = X509Certificate2.CreateFromPemFile(path, files.PrivateKeyPath));
        return own;
    }

    /// <summary>TLS for MQTTnet.</summary>
    public static void Configure(MqttClientTlsOptionsBuilder tls, ServerTrust trust, X509Certificate2? own)
    {
        tls.UseTls()
            .WithAllowUntrustedCertificates(false)
            .WithIgnoreCertificateChainErrors(false)
            .WithRevocationMode(X509RevocationMode.NoCheck)
            .WithCertificateValidationHandler(trust.Accept);
        if (own is not null) tls.WithClientCertificates(new X509Certificate2Collection(own));
    }

    private static void Read(string setting, string path, Action read)
    {
        try
        {
            read();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            throw new ConnectFailedException(SessionCodes.TlsFile, $"{path} cannot be used ({problem.Message})", $"check the files of security.{setting}: PEM form, readable, and the key unencrypted and made for this certificate", problem);
        }
    }
}
