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
                if (end < 0) {
                    i = -end;
                } else {
                    hits = with(hits, new NumberRun(text, i, end).hits());
                    i = end;
                }
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

    private static List<Hit> with(List<Hit> hits, List<Hit> more) {
        if (more.isEmpty()) {
            return hits;
        }
        List<Hit> all = hits.isEmpty() ? new ArrayList<>(4) : hits;
        all.addAll(more);
        return all;
    }

    /** An address may begin with a number, which is then no number of its own. */
    private static List<Hit> withMail(List<Hit> hits, Hit mail) {
        Hit whole = mail;
        List<Hit> all = hits.isEmpty() ? new ArrayList<>(4) : hits;
        while (!all.isEmpty() && all.get(all.size() - 1).to() > whole.from()) {
            Hit number = all.remove(all.size() - 1);
            whole = new Hit(Math.min(number.from(), whole.from()), whole.to(), whole.dataClass());
        }
        all.add(whole);
        return all;
    }
}
