package io.switchboard.core.call;

import java.util.Locale;
import java.util.Optional;

/**
 * What every request has, whichever transport it came by. Immutable.
 *
 * @param transport {@code rest}, {@code websocket}, {@code mcp}, {@code amqp}
 * @param credentials who the caller claims to be; empty where it does not say
 * @param traceparent the caller's W3C trace context, unchecked; empty where there is none
 * @param locale the language asked for
 * @param remote the caller's network address, for limits and audit; may be empty
 */
public record Arrival(
        String transport,
        Optional<Credentials> credentials,
        Optional<String> traceparent,
        Locale locale,
        String remote) {}
