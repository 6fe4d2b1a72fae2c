package pokemon.download.connect;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * The JVM's default TLS context, which is made when the first https connection needs it.
 *
 * <p>The HTTP client asks for a context when it is built. Loading the default one, with its providers and its trusted
 * authorities, takes about a quarter of the CPU time that a JVM needs to be ready, for nothing where the source is
 * http.
 *
 * <p>It can also put the name of a host in place of its address. The client sends no server name of its own (RFC 6066,
 * 3) to an address, but one that its parameters hold. It checks the certificate against the host of the engine.
 */
final class LazySslContext extends SSLContextSpi {
    private final Optional<SSLContext> context;
    private final Optional<String> name;

    private LazySslContext(Optional<SSLContext> context, Optional<String> name) {
        this.context = context;
        this.name = name;
    }

    /**
     * Returns a context.
     *
     * @param context what to use instead of the default
     * @param name the host that every handshake asks for and checks, where the client knows only an address
     */
    static SSLContext context(Optional<SSLContext> context, Optional<String> name) {
        return new SSLContext(new LazySslContext(context, name), null, "TLS") {};
    }

    private SSLContext loaded() {
        try {
            return context.isPresent() ? context.get() : SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no usable default TLS context: " + e.getMessage(), e);
        }
    }

    /** Returns what the HTTP client would derive from the default context (JDK's {@code HttpClientImpl}). */
    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
        SSLParameters parameters = new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"});
        name.flatMap(LazySslContext::serverName).ifPresent(host -> parameters.setServerNames(List.of(host)));
        return parameters;
    }

    /** Returns nothing for a host that no server name can hold; checking the certificate then says why it fails. */
    private static Optional<SNIServerName> serverName(String host) {
        try {
            return Optional.of(new SNIHostName(host));
        } catch (IllegalArgumentException notAServerName) {
            return Optional.empty();
        }
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
        return loaded().getSupportedSSLParameters();
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random)
            throws KeyManagementException {
        throw new KeyManagementException("the default TLS context initialises itself");
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
        return loaded().createSSLEngine();
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String host, int port) {
        return loaded().createSSLEngine(name.orElse(host), port);
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
        return loaded().getSocketFactory();
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
        return loaded().getServerSocketFactory();
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
        return loaded().getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
        return loaded().getClientSessionContext();
    }
}
