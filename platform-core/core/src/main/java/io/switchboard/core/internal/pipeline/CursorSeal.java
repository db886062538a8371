package io.switchboard.core.internal.pipeline;

import java.util.Optional;

/** Closes short texts so that only the hub can open them, and only in the context they were closed in. Safe for many threads. */
public interface CursorSeal {
    /** Closes a text; what comes out is safe in a URL. */
    String seal(String context, String text);

    /** Opens it; empty where it was changed, or closed in another context or by another hub. */
    Optional<String> open(String context, String sealed);
}
