package io.switchboard.crm.spi;

import java.util.Locale;
import java.util.Objects;

/**
 * A telephone number or an e-mail address in the one form that two spellings of the same share. Immutable; made by {@link #phone}
 * and {@link #email}. Its {@code toString()} does not tell the value.
 *
 * @param kind which of the two
 * @param key the shared form: digits with a leading {@code +} unless the number is Chinese or local, or the address in lower case
 */
public record ContactPoint(Kind kind, String key) {
    private static final String CHINA = "+86";

    /** What a contact point is. */
    public enum Kind {
        /** A telephone number. */
        PHONE,
        /** An e-mail address. */
        EMAIL
    }

    /** Refuses nulls. */
    public ContactPoint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(key, "key");
    }

    /** A telephone number, however it is written: {@code 138 0000 1001}, {@code 0086-13800001001} and {@code +8613800001001} are one. */
    public static ContactPoint phone(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if ((c >= '0' && c <= '9') || (c == '+' && digits.isEmpty())) {
                digits.append(c);
            }
        }
        String key = digits.toString();
        if (key.startsWith("00")) {
            key = "+" + key.substring(2);
        }
        return new ContactPoint(Kind.PHONE, key.startsWith(CHINA) ? key.substring(CHINA.length()) : key);
    }

    /** An e-mail address, in whatever case. */
    public static ContactPoint email(String written) {
        return new ContactPoint(Kind.EMAIL, written.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "ContactPoint[" + kind + "]";
    }
}
