package io.switchboard.security.internal.token;

import io.switchboard.connector.Assurance;
import java.util.Locale;

/** The claims of an access token (RFC 9068) beside those that every JWT has, and how they are written. */
final class ClaimNames {
    static final String TYPE = "at+jwt";
    static final String CLIENT_ID = "client_id";
    static final String SCOPE = "scope";
    static final String CUSTOMER = "customer";
    static final String ACTOR = "act";
    static final String ASSURANCE = "acr";
    static final String GENERATION = "client_generation";

    private ClaimNames() {}

    // 64 bits do not fit the numbers of JSON.
    static String generation(long generation) {
        return Long.toHexString(generation);
    }

    static String assurance(Assurance assurance) {
        return "urn:switchboard:" + assurance.name().toLowerCase(Locale.ROOT);
    }

    static Assurance assurance(String claim) throws InvalidToken {
        for (Assurance each : Assurance.values()) {
            if (assurance(each).equals(claim)) {
                return each;
            }
        }
        throw new InvalidToken("acr");
    }
}
