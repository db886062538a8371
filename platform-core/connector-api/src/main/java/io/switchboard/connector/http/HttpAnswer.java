package io.switchboard.connector.http;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a backend answered, whole. Immutable. */
public final class HttpAnswer {
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final URI endpoint;

    private HttpAnswer(Builder builder) {
        status = builder.status;
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        builder.headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        headers = Collections.unmodifiableMap(copy);
        body = builder.body;
        endpoint = builder.endpoint;
    }

    /** Begins one, as the hub and tests of connectors do. */
    public static Builder builder(int status) {
        return new Builder(status);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The first header of a name, in whatever case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All headers; their names in whatever case. Unmodifiable. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    /** The media type in small letters without its parameters, such as {@code application/json}; empty where none is told. */
    public String mediaType() {
        return header("Content-Type").orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** How many bytes the body has. */
    public int length() {
        return body.length;
    }

    /** The body, copied. */
    public byte[] bytes() {
        return body.clone();
    }

    /** The body, from its beginning each time; not copied. */
    public InputStream stream() {
        return new ByteArrayInputStream(body);
    }

    /**
     * The body as text, in the character set that the backend names, else in UTF-8.
     *
     * @throws ConnectorException with {@code BACKEND_FAILED} where it is not that
     */
    public String text() {
        try {
            return charset().newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ConnectorException.of(ErrorCode.BACKEND_FAILED).causedBy(e);
        }
    }

    private Charset charset() {
        Matcher named = CHARSET.matcher(header("Content-Type").orElse(""));
        return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    }

    /** The endpoint that answered. */
    public URI endpoint() {
        return endpoint;
    }

    /** Status and length; the body may be somebody's data. */
    @Override
    public String toString() {
        return "HttpAnswer[" + status + ", " + body.length + " bytes of " + mediaType() + "]";
    }

    /** Collects the parts. Not safe for use from several threads. */
    public static final class Builder {
        private final int status;
        private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private byte[] body = {};
        private URI endpoint = URI.create("http://localhost");

        private Builder(int status) {
            this.status = status;
        }

        /** Adds a header. */
        public Builder header(String name, String value) {
            headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            return this;
        }

        /** Sets the body, which is copied. */
        public Builder body(byte[] bytes) {
            body = bytes.clone();
            return this;
        }

        /** Sets a body of JSON. */
        public Builder json(String text) {
            return header("Content-Type", "application/json").body(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sets the endpoint. */
        public Builder endpoint(URI value) {
            endpoint = value;
            return this;
        }

        /** Makes it. */
        public HttpAnswer build() {
            return new HttpAnswer(this);
        }
    }
}
