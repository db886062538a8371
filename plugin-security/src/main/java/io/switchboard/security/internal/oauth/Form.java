package io.switchboard.security.internal.oauth;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request's body, read strictly: the servlet container would mix in the query and take the first of several.
 * Immutable.
 *
 * @param parameters by name; those without a value are left out (RFC 6749, 3.2)
 */
public record Form(Map<String, String> parameters) {
    private static final int MOST_PARAMETERS = 32;

    /** Copies the parameters. */
    public Form {
        parameters = Map.copyOf(parameters);
    }

    static Form parse(byte[] body) throws OAuthFault {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, String> found = new HashMap<>();
        String[] pairs = text.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS) {
            throw OAuthFault.invalidRequest("There are too many parameters.");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (!pair.isEmpty() && found.put(name, value) != null) {
                throw OAuthFault.invalidRequest("A parameter is there twice.");
            }
        }
        found.values().removeIf(String::isEmpty);
        return new Form(found);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Undoes application/x-www-form-urlencoded; also in the parts of a Basic header (RFC 6749, 2.3.1). */
    static String decode(String text) throws OAuthFault {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '%') {
                if (at + 2 >= text.length()) {
                    throw malformed();
                }
                int high = Character.digit(text.charAt(at + 1), 16);
                int low = Character.digit(text.charAt(at + 2), 16);
                if (high < 0 || low < 0) {
                    throw malformed();
                }
                bytes.put((byte) (high << 4 | low));
                at += 2;
            } else {
                bytes.put((byte) (c == '+' ? ' ' : c));
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static OAuthFault malformed() {
        return OAuthFault.invalidRequest("The body is not well-formed application/x-www-form-urlencoded.");
    }

    @Override
    public String toString() {
        return "Form" + parameters.keySet();
    }
}
