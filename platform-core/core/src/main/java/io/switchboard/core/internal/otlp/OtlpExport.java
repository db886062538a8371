package io.switchboard.core.internal.otlp;

import io.switchboard.core.internal.pipeline.CallEnd;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends spans to the collector that is configured; to none while there is no such configuration, or one with a mistake, which the log tells. */
@Component(
        service = SpanSink.class,
        configurationPid = "io.switchboard.otlp",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = OtlpConfig.class)
public final class OtlpExport implements SpanSink {
    private static final Logger LOG = LoggerFactory.getLogger(OtlpExport.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final @Nullable Spans spans;

    /** Called by the framework. */
    @Activate
    public OtlpExport(BundleContext context, OtlpConfig config) {
        this(unlessWrong(config, context.getBundle().getVersion().toString()));
    }

    OtlpExport(OtlpConfig config, String version) {
        this(spans(config, version));
    }

    private OtlpExport(@Nullable Spans spans) {
        this.spans = spans;
    }

    /** A mistake is told once, in words: the framework would tell that something failed, and not what. */
    private static @Nullable Spans unlessWrong(OtlpConfig config, String version) {
        try {
            return spans(config, version);
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return null;
        }
    }

    private static @Nullable Spans spans(OtlpConfig config, String version) {
        if (config.endpoint().isBlank()) {
            return null;
        }
        URI endpoint = endpoint(config.endpoint());
        Collector collector = new Collector(
                client(config),
                endpoint,
                headers(config._headers()),
                Duration.ofMillis(within("timeout.millis", config.timeout_millis(), 100, 60_000)));
        Spans spans = new Spans(
                collector,
                new SpanJson(config.service_name(), config.service_instance(), version),
                within("queue", config.queue(), 1, 1_000_000),
                Duration.ofMillis(within("interval.millis", config.interval_millis(), 1, 60_000)),
                PAUSE);
        LOG.info("Spans go to {}", endpoint);
        return spans;
    }

    private static URI endpoint(String base) {
        URI uri;
        try {
            uri = URI.create(base.strip().replaceAll("/+$", "") + "/v1/traces");
        } catch (IllegalArgumentException e) {
            throw wrong("endpoint is not an address: " + base);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw wrong("endpoint must be like https://collector.example.com:4318");
        }
        return uri;
    }

    private static Map<String, String> headers(String[] lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                // Not the line itself, for it holds a credential.
                throw wrong("each of .headers[] is a name, a colon and a value");
            }
            headers.put(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static int within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw wrong(key + " = " + value + ": must be from " + least + " to " + most);
        }
        return value;
    }

    private static HttpClient client(OtlpConfig config) {
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(within("timeout.millis", config.timeout_millis(), 100, 60_000)));
        if (!config.trust_file().isBlank()) {
            client.sslContext(trusting(Path.of(config.trust_file().strip())));
        }
        return client.build();
    }

    private static SSLContext trusting(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int count = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("trusted-" + count++, each);
            }
            if (count == 0) {
                throw wrong("trust.file has no certificate: " + file);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw wrong("trust.file cannot be read: " + e.getMessage());
        }
    }

    private static IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("No spans are sent; io.switchboard.otlp.cfg: " + what);
    }

    @Override
    public void offer(CallEnd end) {
        if (spans != null) {
            spans.offer(end);
        }
    }

    @Override
    public long sent() {
        return spans == null ? 0 : spans.sent();
    }

    @Override
    public long dropped() {
        return spans == null ? 0 : spans.dropped();
    }

    /** Called by the framework. */
    @Deactivate
    public void stop() {
        if (spans != null) {
            spans.close();
        }
    }
}
