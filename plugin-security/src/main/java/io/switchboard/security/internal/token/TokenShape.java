package io.switchboard.security.internal.token;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.Base64;

/**
 * The outer form of a token, read before any cryptography and stricter than a JWT library has to be: what the hub's own tokens do not have
 * is refused unread, above all keys and addresses of keys in the header.
 *
 * @param algorithm the header's {@code alg}
 * @param keyId the header's {@code kid}
 */
record TokenShape(String algorithm, String keyId) {
    static final int MOST_CHARACTERS = 8 << 10;

    private static final int MOST_HEADER_CHARACTERS = 512;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static TokenShape of(String token) throws InvalidToken {
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
        return header(Base64.getUrlDecoder().decode(token.substring(0, first)));
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

    private static TokenShape header(byte[] json) throws InvalidToken {
        String algorithm = "";
        String type = "";
        String keyId = "";
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidToken("header");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    throw new InvalidToken("header");
                }
                switch (name) {
                    case "alg" -> algorithm = parser.getText();
                    case "typ" -> type = parser.getText();
                    case "kid" -> keyId = parser.getText();
                    default -> throw new InvalidToken("header parameter");
                }
            }
            if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
                throw new InvalidToken("header");
            }
        } catch (IOException e) {
            throw new InvalidToken("header");
        }
        if (!type.equals(ClaimNames.TYPE)) {
            throw new InvalidToken("typ");
        }
        return new TokenShape(algorithm, keyId);
    }
}
