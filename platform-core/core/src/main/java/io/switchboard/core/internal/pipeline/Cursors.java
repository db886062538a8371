package io.switchboard.core.internal.pipeline;

import java.util.Optional;

/** Seals a connector's cursors for the caller and the listing they were given to, so that nobody reads, forges or swaps them. */
final class Cursors {
    private final CursorSeal seal;

    Cursors(CursorSeal seal) {
        this.seal = seal;
    }

    String seal(Call call, String cursor) {
        return seal.seal(context(call), cursor);
    }

    Optional<String> open(Call call, String sealed) {
        return seal.open(context(call), sealed);
    }

    private static String context(Call call) {
        return String.join(
                "|",
                call.operation().name(),
                call.caller().name(),
                call.caller().boundCustomer().orElse(""),
                call.listing());
    }
}
