package io.switchboard.connector.testkit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.core.internal.pipeline.CursorSeal;
import java.util.Base64;
import java.util.Optional;

/** Ties a cursor to its context, as the hub does, and hides nothing: there is nobody to hide it from. */
final class PlainSeal implements CursorSeal {
    @Override
    public String seal(String context, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((context + "\n" + text).getBytes(UTF_8));
    }

    @Override
    public Optional<String> open(String context, String sealed) {
        String opened;
        try {
            opened = new String(Base64.getUrlDecoder().decode(sealed), UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String prefix = context + "\n";
        return opened.startsWith(prefix) ? Optional.of(opened.substring(prefix.length())) : Optional.empty();
    }
}
