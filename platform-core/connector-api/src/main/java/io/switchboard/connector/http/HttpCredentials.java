package io.switchboard.connector.http;

import io.switchboard.connector.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** By what a backend knows the hub: one header of every question. Immutable; its {@code toString()} tells the header's name alone. */
public final class HttpCredentials {
    private final String header;
    private final Secret value;

    private HttpCredentials(String header, Secret value) {
        this.header = HttpHeader.requireName(header);
        this.value = value;
        HttpHeader.requireValue(header, value.reveal());
    }

    /**
     * A user and a password (RFC 7617, in UTF-8).
     *
     * @throws IllegalArgumentException where the user has a colon in it
     */
    public static HttpCredentials basic(String user, Secret password) {
        if (user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user of Basic has no colon in it");
        }
        byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return new HttpCredentials(
                "Authorization", Secret.of("Basic " + Base64.getEncoder().encodeToString(both)));
    }

    /** A bearer token (RFC 6750). */
    public static HttpCredentials bearer(Secret token) {
        return new HttpCredentials("Authorization", Secret.of("Bearer " + token.reveal()));
    }

    /** A key in a header of the backend's own, such as {@code X-Api-Key}. */
    public static HttpCredentials header(String name, Secret key) {
        return new HttpCredentials(name, key);
    }

    /** The header's name. */
    public String header() {
        return header;
    }

    /** The header's whole value. */
    public Secret value() {
        return value;
    }

    @Override
    public String toString() {
        return "HttpCredentials[" + header + "]";
    }
}
