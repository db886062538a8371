package io.switchboard.security.internal.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditNote;
import io.switchboard.security.internal.token.AccessToken;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one request to an endpoint comes to, as the audit has it: no secret, no token, and no id that is not a client's. For one thread. */
final class Attempt {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPERATION = "hub.oauth2.";
    private static final String TRANSPORT = "oauth2";

    private final Instant started = Instant.now();
    private final Map<String, String> arguments = new LinkedHashMap<>();
    private String client = "";
    private String actor = "";
    private String customer = "";
    private String alarm = "";

    /** The client that it was, or was said to be and failed to prove. */
    void client(String id) {
        client = id;
    }

    /** So many failures that nobody is let in for a while. */
    void lockedOut() {
        alarm = "locked-out";
    }

    /** The grant that was asked for; one that there is. */
    void grant(GrantType type) {
        arguments.put("grant", type.name());
    }

    /** The token that was given, narrowed or ended. */
    void token(AccessToken token) {
        arguments.put("token", token.id());
        arguments.put("scope", token.scopes().text());
        actor = token.actor().orElse("");
        customer = token.customer().orElse("");
    }

    AuditNote note(String endpoint, Optional<String> traceparent, Optional<OAuthFault> fault) {
        return new AuditNote(
                started,
                traceparent,
                OPERATION + endpoint,
                TRANSPORT,
                client,
                actor,
                customer,
                arguments.isEmpty() ? "" : json(),
                fault.map(Attempt::code),
                fault.map(each -> "oauth2/" + each.error()).orElse(""),
                alarm);
    }

    private String json() {
        try {
            return JSON.writeValueAsString(arguments);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    private static ErrorCode code(OAuthFault fault) {
        return switch (fault.status()) {
            case 401 -> ErrorCode.UNAUTHENTICATED;
            case 413 -> ErrorCode.TOO_LARGE;
            case 429 -> ErrorCode.RATE_LIMITED;
            case 503 -> ErrorCode.NOT_READY;
            default ->
                switch (fault.error()) {
                    case "unauthorized_client" -> ErrorCode.FORBIDDEN;
                    case "invalid_scope" -> ErrorCode.SCOPE_MISSING;
                    default -> ErrorCode.INVALID_ARGUMENTS;
                };
        };
    }
}
