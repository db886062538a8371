package io.switchboard.ecommerce.tryton.internal.sale;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The numbers of records, which are the ids that leave this backend. */
public final class Ids {
    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,9}");

    private Ids() {}

    /** The number of a record; empty where the text can be none. Tryton keeps them in 32 bits. */
    public static OptionalLong parse(String id) {
        if (!FORM.matcher(id).matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(id);
        return number <= Integer.MAX_VALUE ? OptionalLong.of(number) : OptionalLong.empty();
    }

    /** As it leaves. */
    public static String text(long number) {
        return Long.toString(number);
    }
}
