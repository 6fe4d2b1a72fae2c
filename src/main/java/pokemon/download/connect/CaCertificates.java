package pokemon.download.connect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import pokemon.directory.InputFile;
import pokemon.directory.IoErrors;

/** Certificates of authorities that are trusted beside the JVM's own. */
public final class CaCertificates {
    private CaCertificates() {}

    /** Reads the certificates of a PEM file, and fails when it cannot be read or holds none. */
    public static List<Certificate> read(Path file) throws IOException {
        try {
            InputStream in = new ByteArrayInputStream(bytes(file));
            List<Certificate> certificates =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (certificates.isEmpty()) {
                throw new IOException("there is no PEM certificate in " + file);
            }
            return certificates;
        } catch (CertificateException e) {
            throw new IOException("there is no valid PEM certificate in " + file + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try {
            return InputFile.bytes(file, InputFile.MAX_TEXT);
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + IoErrors.reason(e), e);
        }
    }

    /** Makes a TLS context that trusts the JVM's own authorities and those of a PEM file, or fails on that file. */
    static SSLContext context(Path file) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            List<Certificate> trusted = read(file);
            trusted.addAll(ownAuthorities());
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("authority" + i, trusted.get(i));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trustManagers(store), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this JVM cannot trust " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<X509Certificate> ownAuthorities() throws GeneralSecurityException {
        List<X509Certificate> own = new ArrayList<>();
        for (TrustManager manager : trustManagers(null)) {
            if (manager instanceof X509TrustManager x509) {
                own.addAll(List.of(x509.getAcceptedIssuers()));
            }
        }
        return own;
    }

    private static TrustManager[] trustManagers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
