package dev.porchlight.server.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whom receivers' certificates are trusted by: those that Java trusts, and those of a file. */
final class Trust {
    private Trust() {}

    /** @throws IllegalArgumentException when the file is not one of certificates */
    static TrustManagerFactory with(Path authorities) {
        try {
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (TrustManager manager : factory(null).getTrustManagers()) {
                if (manager instanceof X509TrustManager java) {
                    for (X509Certificate certificate : java.getAcceptedIssuers()) {
                        all.setCertificateEntry("java-" + all.size(), certificate);
                    }
                }
            }
            for (Certificate certificate : read(authorities)) {
                all.setCertificateEntry("file-" + all.size(), certificate);
            }
            return factory(all);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    authorities + ": cannot be read as certificates in PEM: " + e.getMessage(), e);
        }
    }

    private static Collection<? extends Certificate> read(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException("no certificate (expected: one or more)");
            }
            return found;
        }
    }

    private static TrustManagerFactory factory(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
