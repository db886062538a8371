package io.switchboard.backends.internal.client;

import io.switchboard.backends.internal.client.AttemptFailure.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells what an exception of the Java platform's client means. */
final class Trouble {
    private static final int DEEPEST = 10;

    private Trouble() {}

    static AttemptFailure of(Throwable thrown) {
        Optional<Words> notReached = notReached(thrown);
        if (notReached.isPresent()) {
            return AttemptFailure.of(Kind.NOT_REACHED, notReached.get(), thrown);
        }
        if (has(thrown, BoundedBody.TooLong.class)) {
            return AttemptFailure.of(Kind.TOO_LONG, Words.TOO_LONG, thrown);
        }
        if (has(thrown, CancellationException.class)) {
            return AttemptFailure.of(Kind.GIVEN_UP, Words.CLOSED, thrown);
        }
        // What comes from the middle of reading is anything but an IOException where a number or a name cannot be read.
        if (has(thrown, ProtocolException.class) || !(thrown instanceof IOException)) {
            return AttemptFailure.of(Kind.NO_HTTP, Words.NO_HTTP, thrown);
        }
        return AttemptFailure.of(Kind.CUT, Words.CUT, thrown);
    }

    /** In words, where nothing of the question can have been sent. */
    private static Optional<Words> notReached(Throwable thrown) {
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            return Optional.of(Words.UNKNOWN_NAME);
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return Optional.of(Words.NO_CONNECTION);
        }
        if (has(thrown, SSLHandshakeException.class) || has(thrown, SSLPeerUnverifiedException.class)) {
            return Optional.of(Words.NO_TLS);
        }
        if (has(thrown, ConnectException.class) || has(thrown, NoRouteToHostException.class)) {
            return Optional.of(Words.REFUSED);
        }
        return Optional.empty();
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        Throwable each = thrown;
        for (int i = 0; each != null && i < DEEPEST; i++) {
            if (type.isInstance(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
