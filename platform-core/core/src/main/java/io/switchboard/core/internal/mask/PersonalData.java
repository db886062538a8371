package io.switchboard.core.internal.mask;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds telephone numbers, identity numbers, bank cards and e-mail addresses in text that people wrote. It looks at each character once
 * and allocates nothing until it meets a number that is long enough to be one; what it takes for personal and is not, costs a reader a
 * few digits, the other mistake costs a customer's.
 */
final class PersonalData {
    private PersonalData() {}

    /** What stands in a text, in its order, without overlaps. */
    static List<Hit> in(String text) {
        List<Hit> hits = List.of();
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            if (!isSuspect(c)) {
                i++;
            } else if (Width.isDigit(c)) {
                int end = NumberRun.end(text, i);
                if (end > 0) {
                    hits = NumberRun.in(text, i, end, hits);
                }
                i = Math.abs(end);
            } else {
                Hit mail = MailAddress.around(text, i);
                if (mail != null) {
                    hits = withMail(hits, mail);
                }
                i = mail == null ? i + 1 : mail.to();
            }
        }
        return hits;
    }

    private static boolean isSuspect(char c) {
        if (c < '\uff10') {
            return (c >= '0' && c <= '9') || c == '@';
        }
        return c <= '\uff20' && (c <= '\uff19' || c == '\uff20');
    }

    /** The same list, or the first one that can be added to. */
    static List<Hit> with(List<Hit> hits, Hit more) {
        List<Hit> all = hits.isEmpty() ? new ArrayList<>(8) : hits;
        all.add(more);
        return all;
    }

    /** An address may begin with a number, which is then no number of its own. */
    private static List<Hit> withMail(List<Hit> hits, Hit mail) {
        Hit whole = mail;
        while (!hits.isEmpty() && hits.get(hits.size() - 1).to() > whole.from()) {
            Hit number = hits.remove(hits.size() - 1);
            whole = new Hit(Math.min(number.from(), whole.from()), whole.to(), whole.dataClass());
        }
        return with(hits, whole);
    }
}
