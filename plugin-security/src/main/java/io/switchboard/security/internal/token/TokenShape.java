package io.switchboard.security.internal.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;

/**
 * The outer form of a token, read before any cryptography and stricter than a JWT library has to be: keys and addresses of keys in the
 * header are refused unread, and so is what asks to be understood. Immutable.
 *
 * @param algorithm the header's {@code alg}; empty where there is none
 * @param type the header's {@code typ}; empty where there is none
 * @param keyId the header's {@code kid}; empty where there is none
 */
public record TokenShape(String algorithm, String type, String keyId) {
    static final int MOST_CHARACTERS = 8 << 10;

    private static final int MOST_HEADER_CHARACTERS = 512;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    // Of the registered ones, those that bring keys, change what is signed, or must be understood.
    private static final Set<String> NEVER = Set.of("jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "enc", "cty");

    /** Of a token as the hub writes them, with no header parameter that those do not have. */
    static TokenShape own(String token) throws InvalidToken {
        TokenShape shape = read(token, true);
        if (!shape.type().equals(ClaimNames.TYPE)) {
            throw new InvalidToken("typ");
        }
        return shape;
    }

    /** Of a token as others write them; what it says in parameters that nobody here knows is passed over (RFC 7515, 4). */
    public static TokenShape foreign(String token) throws InvalidToken {
        return read(token, false);
    }

    /** The bytes between the points of a token that has a shape: what it claims, whoever signed it. */
    public static byte[] payload(String token) {
        int first = token.indexOf('.');
        return Base64.getUrlDecoder().decode(token.substring(first + 1, token.indexOf('.', first + 1)));
    }

    private static TokenShape read(String token, boolean own) throws InvalidToken {
        if (token.length() > MOST_CHARACTERS) {
            throw new InvalidToken("size");
        }
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 0 || first > MOST_HEADER_CHARACTERS || second < 0) {
            throw new InvalidToken("form");
        }
        checkBase64(token, 0, first);
        checkBase64(token, first + 1, second);
        checkBase64(token, second + 1, token.length());
        return header(Base64.getUrlDecoder().decode(token.substring(0, first)), own);
    }

    // Bits behind the last byte have to be zero, or one signature could be written in several ways.
    private static void checkBase64(String token, int from, int to) throws InvalidToken {
        int last = 0;
        for (int at = from; at < to; at++) {
            last = sextet(token.charAt(at));
            if (last < 0) {
                throw new InvalidToken("base64");
            }
        }
        int over = (to - from) % 4;
        if (to == from || over == 1 || (over == 2 && (last & 0xF) != 0) || (over == 3 && (last & 0x3) != 0)) {
            throw new InvalidToken("base64");
        }
    }

    private static int sextet(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        } else if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        } else if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '-' ? 62 : c == '_' ? 63 : -1;
    }

    private static TokenShape header(byte[] json, boolean own) throws InvalidToken {
        String algorithm = "";
        String type = "";
        String keyId = "";
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidToken("header");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "alg" -> algorithm = text(parser);
                    case "typ" -> type = text(parser);
                    case "kid" -> keyId = text(parser);
                    default -> {
                        if (own || NEVER.contains(name)) {
                            throw new InvalidToken("header parameter");
                        }
                        parser.skipChildren();
                    }
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new InvalidToken("header");
            }
        } catch (IOException e) {
            throw new InvalidToken("header");
        }
        return new TokenShape(algorithm, type, keyId);
    }

    private static String text(JsonParser parser) throws IOException, InvalidToken {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new InvalidToken("header");
        }
        return parser.getText();
    }
}
