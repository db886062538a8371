package io.switchboard.tryton;

import io.switchboard.connector.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * One signing in. Immutable.
 *
 * @param authorization the header that names it
 * @param context the user's own context: company, language, groups
 */
record Session(Secret authorization, Map<String, Object> context) {
    Session {
        context = Map.copyOf(context);
    }

    static Secret authorization(String user, long uid, String key) {
        byte[] named = (user + ":" + uid + ":" + key).getBytes(StandardCharsets.UTF_8);
        return Secret.of("Session " + Base64.getEncoder().encodeToString(named));
    }
}
