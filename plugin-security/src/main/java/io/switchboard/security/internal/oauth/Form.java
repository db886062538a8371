package io.switchboard.security.internal.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request's body, read strictly: the servlet container would mix in the query and take the first of several.
 * Immutable.
 *
 * @param parameters by name; those without a value are left out (RFC 6749, 3.2)
 * @param targets what the token is wanted for: the values of {@code resource} (RFC 8707) and {@code audience} (RFC 8693), the only
 *     parameters that may be there more than once
 */
public record Form(Map<String, String> parameters, List<String> targets) {
    private static final int MOST_PARAMETERS = 32;
    private static final int MOST_BYTES = 16 << 10;
    private static final String TYPE = "application/x-www-form-urlencoded";
    private static final Set<String> TARGETS = Set.of("resource", "audience");

    /** Copies the parameters. */
    public Form {
        parameters = Map.copyOf(parameters);
        targets = List.copyOf(targets);
    }

    static Form of(HttpServletRequest request) throws IOException, OAuthFault {
        if (request.getQueryString() != null) {
            throw OAuthFault.invalidRequest("Parameters stand in the body, never in the address.");
        }
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (!type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE)) {
            throw OAuthFault.invalidRequest("The body has to be " + TYPE + ".");
        }
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw OAuthFault.tooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw OAuthFault.tooLarge();
        }
        return parse(body);
    }

    static Form parse(byte[] body) throws OAuthFault {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        Map<String, String> found = new HashMap<>();
        List<String> targets = new ArrayList<>();
        String[] pairs = text.split("&", MOST_PARAMETERS + 1);
        if (pairs.length > MOST_PARAMETERS) {
            throw OAuthFault.invalidRequest("There are too many parameters.");
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (TARGETS.contains(name)) {
                targets.add(value);
            } else if (!pair.isEmpty() && found.put(name, value) != null) {
                throw OAuthFault.invalidRequest("A parameter is there twice.");
            }
        }
        found.values().removeIf(String::isEmpty);
        targets.removeIf(String::isEmpty);
        return new Form(found, targets);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String require(String name) throws OAuthFault {
        return get(name).orElseThrow(() -> OAuthFault.invalidRequest("The parameter " + name + " is missing."));
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
