package io.switchboard.rest.internal.request;

import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.descriptor.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The headers that shape a call. Immutable.
 *
 * @param idempotencyKey the key
 * @param conversation the conversation
 * @param timeout the time the caller gives
 * @param faults what is wrong with them; told together with what is wrong with the arguments, once the caller is known
 */
public record CallHeaders(
        Optional<String> idempotencyKey,
        Optional<String> conversation,
        Optional<Duration> timeout,
        List<ArgumentFault> faults) {
    static final String KEY = "Idempotency-Key";
    static final String CONVERSATION = "Switchboard-Conversation";
    static final String TIMEOUT = "Switchboard-Timeout-Ms";

    private static final int LONGEST_KEY = 255;
    private static final int MOST_TIMEOUT_DIGITS = 9;
    private static final Text KEY_EXPECTED = new Text(
            "One header of 1 to 255 visible ASCII characters, bare or in double quotes.",
            "应为一个请求头，1 至 255 个可见 ASCII 字符，可加双引号。");
    private static final Text TIMEOUT_EXPECTED =
            new Text("A positive whole number of milliseconds, at most 9 digits.", "应为正整数毫秒数，最多 9 位。");

    /** Reads them. */
    public static CallHeaders of(HttpServletRequest request) {
        String rawKey = request.getHeader(KEY);
        String rawTimeout = request.getHeader(TIMEOUT);
        Optional<String> conversation = Optional.ofNullable(request.getHeader(CONVERSATION));
        if (rawKey == null && rawTimeout == null) {
            return new CallHeaders(Optional.empty(), conversation, Optional.empty(), List.of());
        }
        List<ArgumentFault> faults = new ArrayList<>(0);
        Optional<String> key = Optional.empty();
        if (rawKey != null) {
            key = Optional.ofNullable(isRepeated(request) ? null : key(rawKey));
            if (key.isEmpty()) {
                faults.add(new ArgumentFault(KEY, "format", KEY_EXPECTED));
            }
        }
        Optional<Duration> timeout = Optional.empty();
        if (rawTimeout != null) {
            timeout = Optional.ofNullable(timeout(rawTimeout.strip()));
            if (timeout.isEmpty()) {
                faults.add(new ArgumentFault(TIMEOUT, "format", TIMEOUT_EXPECTED));
            }
        }
        return new CallHeaders(key, conversation, timeout, List.copyOf(faults));
    }

    private static boolean isRepeated(HttpServletRequest request) {
        Enumeration<String> keys = request.getHeaders(KEY);
        keys.nextElement();
        return keys.hasMoreElements();
    }

    /** The key out of a structured field's string, or out of what most clients send: the bare key. Null where it is neither. */
    private static @Nullable String key(String raw) {
        String text = raw.strip();
        String key = text.startsWith("\"") ? unquoted(text) : text;
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            return null;
        }
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) <= 0x20 || key.charAt(i) >= 0x7F) {
                return null;
            }
        }
        return key;
    }

    private static @Nullable String unquoted(String text) {
        StringBuilder key = new StringBuilder(text.length());
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i == text.length() - 1 ? key.toString() : null;
            }
            if (c == '\\') {
                c = ++i < text.length() ? text.charAt(i) : '\0';
                if (c != '"' && c != '\\') {
                    return null;
                }
            }
            key.append(c);
        }
        return null;
    }

    private static @Nullable Duration timeout(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_TIMEOUT_DIGITS) {
            return null;
        }
        long millis = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            millis = millis * 10 + digit;
        }
        return millis == 0 ? null : Duration.ofMillis(millis);
    }
}
