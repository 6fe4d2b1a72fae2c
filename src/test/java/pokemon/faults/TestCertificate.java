package pokemon.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server certificate for a test, made by the JDK's {@code keytool}, and the certificate of its issuer.
 *
 * <p>Each has a valid, self-signed issuer of its own. A self-signed server certificate would not do: the JDK accepts an
 * expired certificate that is itself in the trust store.
 *
 * @param pem the PEM file of the issuer, as {@code curl --cacert} takes it
 * @param server the context for {@link FaultServer#start(SSLContext)}
 */
public record TestCertificate(Path pem, SSLContext server) {
    private static final String PASSWORD = "changeit";
    private static final String LOCAL_NAMES = "san=dns:localhost,ip:127.0.0.1";

    /** Makes a valid certificate for {@code localhost} and {@code 127.0.0.1}. */
    public static TestCertificate valid(Path directory) throws IOException, GeneralSecurityException {
        return make(directory, "valid", "-1d", LOCAL_NAMES);
    }

    /** Makes a certificate for the same names that has expired. */
    public static TestCertificate expired(Path directory) throws IOException, GeneralSecurityException {
        return make(directory, "expired", "-30d", LOCAL_NAMES);
    }

    /** Makes a valid certificate for another host. */
    public static TestCertificate foreign(Path directory) throws IOException, GeneralSecurityException {
        return make(directory, "foreign", "-1d", "san=dns:elsewhere.example");
    }

    /** Makes a valid certificate for a host. */
    public static TestCertificate named(Path directory, String host) throws IOException, GeneralSecurityException {
        return make(directory, "named", "-1d", "san=dns:" + host);
    }

    private static TestCertificate make(Path directory, String name, String from, String hosts)
            throws IOException, GeneralSecurityException {
        Path keyStore = directory.resolve(name + "-keys.p12");
        generate(keyStore, "-alias issuer -dname CN=Issuer-%s -ext bc:c -startdate -60d -validity 90".formatted(name));
        generate(
                keyStore,
                "-alias server -dname CN=Server-%s -ext %s -startdate %s -validity 10 -signer issuer"
                        .formatted(name, hosts, from));
        KeyStore keys = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        Certificate issuer = keys.getCertificate("issuer");
        keys.deleteEntry("issuer");
        return new TestCertificate(writePem(directory.resolve(name + "-issuer.pem"), issuer), serverContext(keys));
    }

    private static void generate(Path keyStore, String what) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        String key = "-genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass " + PASSWORD + " ";
        command.addAll(List.of((key + what).split(" ")));
        command.addAll(List.of("-keystore", keyStore.toString()));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
        if (keytool.onExit().join().exitValue() != 0) {
            throw new IOException("keytool failed: " + said);
        }
    }

    private static Path writePem(Path file, Certificate issuer) throws IOException, GeneralSecurityException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(issuer.getEncoded());
        return Files.writeString(
                file, "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n", US_ASCII);
    }

    private static SSLContext serverContext(KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
