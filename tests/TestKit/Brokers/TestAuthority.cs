using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TestKit.Brokers;

/// <summary>A certificate authority of its own for one test.</summary>
public sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1);
    private readonly X509Certificate2 _root;

    /// <summary>Makes the authority.</summary>
    public TestAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(From, From.AddDays(30));
    }

    /// <summary>Writes the authority's certificate as <c>&lt;file&gt;.crt</c>; returns its path.</summary>
    public string WriteRoot(string folder, string file)
    {
        var path = Path.Combine(folder, file + ".crt");
        File.WriteAllText(path, _root.ExportCertificatePem());
        return path;
    }

    /// <summary>Issues a certificate and writes it with its key as <c>&lt;file&gt;.crt</c> and <c>&lt;file&gt;.key</c>; returns their paths.</summary>
    /// <param name="names">Host names and addresses it is for; none for a client.</param>
    public (string Certificate, string Key) Issue(string folder, string file, params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={file}", key, HashAlgorithmName.SHA256);
        var purpose = names.Length > 0 ? "1.3.6.1.5.5.7.3.1" : "1.3.6.1.5.5.7.3.2";
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        if (names.Length > 0) request.CertificateExtensions.Add(Alternatives(names));
        using var issued = request.Create(_root, From, From.AddDays(20), RandomNumberGenerator.GetBytes(8));

        var (certificate, privateKey) = (Path.Combine(folder, file + ".crt"), Path.Combine(folder, file + ".key"));
        File.WriteAllText(certificate, issued.ExportCertificatePem());
        File.WriteAllText(privateKey, key.ExportPkcs8PrivateKeyPem());
        return (certificate, privateKey);
    }

    /// <inheritdoc/>
    public void Dispose() => _root.Dispose();

    private static X509Extension Alternatives(string[] names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address)) builder.AddIpAddress(address);
            else builder.AddDnsName(name);
        }
        return builder.Build();
    }
}
