package io.switchboard.connector.http;

import io.switchboard.connector.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects the parts of a question. Not safe for use from several threads. */
public final class HttpQuestionBuilder {
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+");

    final String method;
    final String template;
    final Map<String, Secret> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    final Set<Integer> accepted = new HashSet<>();
    Optional<ByteBuffer> body = Optional.empty();
    Optional<String> expected = Optional.empty();
    OptionalInt answerBytes = OptionalInt.empty();
    boolean reads;
    boolean repeatable;
    private final StringBuilder target;
    private char mark = '?';

    HttpQuestionBuilder(String method, String template, Object... values) {
        if (!METHOD.matcher(method).matches() || method.equals("CONNECT") || method.equals("TRACE")) {
            throw new IllegalArgumentException("not a method that backends are asked by: " + method);
        }
        this.method = method;
        this.template = template;
        target = new StringBuilder(HttpTarget.path(template, values));
        reads = method.equals("GET") || method.equals("HEAD");
        repeatable = reads;
    }

    String target() {
        return target.toString();
    }

    /** Adds to the query; name and value may hold anything, and are escaped. A name may come several times. */
    public HttpQuestionBuilder query(String name, Object value) {
        target.append(mark).append(HttpTarget.escape(name)).append('=').append(HttpTarget.escape(value.toString()));
        mark = '&';
        return this;
    }

    /**
     * Sets a header, in place of one of that name, and in place of the configured credentials where the name is theirs.
     *
     * @throws IllegalArgumentException where the name is none or is the client's own, or the value is not printable ASCII
     */
    public HttpQuestionBuilder header(String name, String value) {
        return header(name, Secret.of(value));
    }

    /** Sets a header that is a credential, such as that of a session; otherwise as the other. */
    public HttpQuestionBuilder header(String name, Secret value) {
        HttpHeader.requireValue(name, value.reveal());
        headers.put(HttpHeader.requireName(name), value);
        return this;
    }

    /** Sets the body, which is copied, and its {@code Content-Type}. */
    public HttpQuestionBuilder body(String contentType, byte[] bytes) {
        body = Optional.of(ByteBuffer.wrap(bytes.clone()));
        return header("Content-Type", contentType);
    }

    /** Sends JSON, in UTF-8, and {@linkplain #expect expects} it. */
    public HttpQuestionBuilder json(String text) {
        body = Optional.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        return header("Content-Type", "application/json").expect("application/json");
    }

    /**
     * Asks for answers of one media type and takes no other, wherever there is a body and the status is accepted: an error page with
     * status 200 is no answer. {@code application/json} stands for every {@code …+json} too, and {@code application/xml} for {@code
     * text/xml} and {@code …+xml}.
     *
     * @throws IllegalArgumentException where it is no media type, or has parameters
     */
    public HttpQuestionBuilder expect(String mediaType) {
        if (!MEDIA_TYPE.matcher(mediaType).matches()) {
            throw new IllegalArgumentException("not a media type: " + mediaType);
        }
        expected = Optional.of(mediaType.toLowerCase(Locale.ROOT));
        headers.putIfAbsent("Accept", Secret.of(mediaType));
        return this;
    }

    /** Takes these statuses as answers too, beside 200 to 299. */
    public HttpQuestionBuilder accept(int... statuses) {
        for (int status : statuses) {
            accepted.add(status);
        }
        return this;
    }

    /** Says that it changes nothing whatever its method is, as a search by POST; it may be asked again then. */
    public HttpQuestionBuilder reads() {
        reads = true;
        return repeatable();
    }

    /**
     * Lets a write be asked again, and of another endpoint, although it may have reached the backend: because twice leaves the backend as
     * once does.
     */
    public HttpQuestionBuilder repeatable() {
        repeatable = true;
        return this;
    }

    /**
     * Bounds the answer's body, in place of the backend's settings.
     *
     * @throws IllegalArgumentException where that is negative
     */
    public HttpQuestionBuilder answerBytes(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("answerBytes " + most);
        }
        answerBytes = OptionalInt.of(most);
        return this;
    }

    /** Makes it. */
    public HttpQuestion build() {
        return new HttpQuestion(this);
    }
}
