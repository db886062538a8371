package io.switchboard.connector.http;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a backend is, who the hub is to it, and within which bounds it is asked. Immutable; its {@code toString()} tells no credential.
 *
 * <p>From a component's properties, in one call:
 *
 * <pre>{@code
 * @Activate
 * public Loyalty(@Reference HttpBackends backends, Map<String, Object> properties) {
 *     backend = backends.open(HttpBackendSettings.from("loyalty", properties));
 * }
 * }</pre>
 *
 * <table>
 * <caption>The settings; all but the first may be left out</caption>
 * <tr><th>key</th><th>default</th><th>bounds</th><th>meaning</th></tr>
 * <tr><td>{@code endpoints}</td><td></td><td>1 to 10</td><td>addresses {@code http(s)://host[:port][/path]}, primary first; a list, or text with
 * commas</td></tr>
 * <tr><td>{@code user}, {@code .password}</td><td></td><td></td><td>Basic authentication</td></tr>
 * <tr><td>{@code .token}</td><td></td><td></td><td>a bearer token</td></tr>
 * <tr><td>{@code auth.header}, {@code .key}</td><td></td><td></td><td>a key in a header of that name</td></tr>
 * <tr><td>{@code trust.file}, {@code .trust.password}</td><td>the platform's</td><td></td><td>trusted certificates: PEM, or PKCS #12 with its password</td></tr>
 * <tr><td>{@code connect.millis}</td><td>2000</td><td>10 to 60,000</td><td>the longest to connect</td></tr>
 * <tr><td>{@code timeout.millis}</td><td>10000</td><td>10 to 600,000</td><td>the longest of one attempt</td></tr>
 * <tr><td>{@code attempts}</td><td>3</td><td>1 to 10</td><td>of a repeatable question</td></tr>
 * <tr><td>{@code retry.millis}</td><td>100</td><td>1 to 10,000</td><td>the first pause before the same endpoint is asked again</td></tr>
 * <tr><td>{@code breaker.failures}</td><td>5</td><td>1 to 1,000</td><td>in a row, and an endpoint is down</td></tr>
 * <tr><td>{@code breaker.rest.millis}</td><td>5000</td><td>10 to 3,600,000</td><td>before a down endpoint is looked at again</td></tr>
 * <tr><td>{@code permits}</td><td>64</td><td>1 to 10,000</td><td>questions at a time</td></tr>
 * <tr><td>{@code answer.bytes}</td><td>1048576</td><td>1 to 67,108,864</td><td>the most of an answer's body</td></tr>
 * <tr><td>{@code redirects}</td><td>0</td><td>0 to 5</td><td>followed for GET and HEAD, within the endpoints only</td></tr>
 * <tr><td>{@code health.path}</td><td></td><td>a path</td><td>what a down endpoint is asked to see whether it is back, without credentials: any
 * status under 500 will do; empty: whether it takes a connection</td></tr>
 * <tr><td>{@code correlation.header}</td><td>{@code X-Correlation-ID}</td><td></td><td>carries the call's correlation id; empty: none</td></tr>
 * </table>
 */
public final class HttpBackendSettings {
    /** The header that carries the correlation id unless another is configured. */
    public static final String CORRELATION_HEADER = "X-Correlation-ID";

    private final String name;
    private final List<URI> endpoints;
    private final Optional<HttpCredentials> credentials;
    private final Optional<HttpTrust> trust;
    private final HttpPolicy policy;
    private final String healthPath;
    private final String correlationHeader;

    private HttpBackendSettings(Builder builder) {
        name = builder.name;
        endpoints = List.copyOf(builder.endpoints);
        credentials = Optional.ofNullable(builder.credentials);
        trust = Optional.ofNullable(builder.trust);
        policy = builder.policy;
        healthPath = builder.healthPath;
        correlationHeader = builder.correlationHeader;
    }

    /**
     * Reads them from a component's properties; what is not in the table above is left to the component.
     *
     * @param name the instance's name, such as {@code redmine}: {@code [a-z][a-z0-9-]*}, at most 60 characters
     * @throws HttpSettingsException with all mistakes at once
     */
    public static HttpBackendSettings from(String name, Map<String, ?> properties) {
        return from(name, properties, "");
    }

    /**
     * Reads them from properties that begin with a prefix, for a component with several backends: with {@code carrier.} they read {@code
     * carrier.endpoints} and {@code .carrier.token}.
     *
     * @throws HttpSettingsException with all mistakes at once
     */
    public static HttpBackendSettings from(String name, Map<String, ?> properties, String prefix) {
        return new HttpSettingsReader(name, properties, prefix).read();
    }

    /**
     * Begins them.
     *
     * @throws IllegalArgumentException where the name is none
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** The instance's name. */
    public String name() {
        return name;
    }

    /** The endpoints, primary first; without a slash at the end. */
    public List<URI> endpoints() {
        return endpoints;
    }

    /** Who the hub is to the backend; empty where it need not say. */
    public Optional<HttpCredentials> credentials() {
        return credentials;
    }

    /** Whose certificates are trusted; empty: those that the Java platform trusts. */
    public Optional<HttpTrust> trust() {
        return trust;
    }

    /** Within which bounds it is asked. */
    public HttpPolicy policy() {
        return policy;
    }

    /** What a down endpoint is asked; empty: it only has to take a connection. */
    public String healthPath() {
        return healthPath;
    }

    /** The header that carries the correlation id; empty: none does. */
    public String correlationHeader() {
        return correlationHeader;
    }

    @Override
    public String toString() {
        return "HttpBackendSettings[" + name + " at " + endpoints + ", " + policy + "]";
    }

    /** Collects the settings. Not safe for use from several threads. */
    public static final class Builder {
        private final String name;
        private final List<URI> endpoints = new ArrayList<>();
        private @Nullable HttpCredentials credentials;
        private @Nullable HttpTrust trust;
        private HttpPolicy policy = HttpPolicy.DEFAULTS;
        private String healthPath = "";
        private String correlationHeader = CORRELATION_HEADER;

        private Builder(String name) {
            if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
                throw new IllegalArgumentException("not the name of a backend: " + name);
            }
            this.name = name;
        }

        /**
         * Adds an endpoint; the first is the primary.
         *
         * @throws IllegalArgumentException where it is not an address such as {@code https://tickets.example.com/redmine}
         */
        public Builder endpoint(String address) {
            endpoints.add(HttpAddress.read(address));
            return this;
        }

        /** Says who the hub is to the backend. */
        public Builder credentials(HttpCredentials value) {
            credentials = value;
            return this;
        }

        /** Says whose certificates are trusted. */
        public Builder trust(HttpTrust value) {
            trust = value;
            return this;
        }

        /** Sets the bounds. */
        public Builder policy(HttpPolicy value) {
            policy = value;
            return this;
        }

        /**
         * Says what a down endpoint is asked.
         *
         * @throws IllegalArgumentException where it is no path
         */
        public Builder healthPath(String value) {
            healthPath = value.isEmpty() ? "" : HttpTarget.path(value);
            return this;
        }

        /**
         * Names the header of the correlation id; empty: none.
         *
         * @throws IllegalArgumentException where that can be none
         */
        public Builder correlationHeader(String value) {
            correlationHeader = value.isEmpty() ? "" : HttpHeader.requireName(value);
            return this;
        }

        /**
         * Makes them.
         *
         * @throws IllegalStateException where there is no endpoint
         */
        public HttpBackendSettings build() {
            if (endpoints.isEmpty()) {
                throw new IllegalStateException("the backend " + name + " has no endpoint");
            }
            return new HttpBackendSettings(this);
        }
    }
}
