package io.switchboard.connector;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What a connector may know of the call it serves. Safe for use from any thread. */
@ProviderType
public interface CallContext {
    /** The client application that calls. */
    Principal principal();

    /** The customer the call is about; empty where it is about nobody. */
    Optional<String> customer();

    /** The conversation the call belongs to, as the caller names it; empty where it does not. */
    Optional<String> conversation();

    /** The name of this attempt; new each time. */
    String callId();

    /** The name of the act: the same in every attempt at it, over retries and restarts. At most 32 characters of {@code [a-z0-9]}. */
    String correlationId();

    /** The time left; never negative. */
    Duration remaining();

    /** Whether the answer is no longer wanted: the time is up, or the caller has gone. */
    boolean cancelled();

    /** The language the caller asked for. */
    Locale locale();

    /** Where the call stands in its trace. */
    Trace trace();
}
