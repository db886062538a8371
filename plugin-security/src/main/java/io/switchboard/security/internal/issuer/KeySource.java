package io.switchboard.security.internal.issuer;

import java.io.IOException;

/** Where the keys of an issuer come from. */
@FunctionalInterface
interface KeySource {
    /** The keys as they are now. */
    KeySet fetch() throws IOException;
}
