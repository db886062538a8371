package io.switchboard.core.internal.mask;

import io.switchboard.connector.DataClass;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups of digits with nothing between them but what people part a long number by. What is personal is one group, or several in a row.
 */
final class NumberRun {
    private static final int FEWEST = 7;
    private static final int MOST = 19;
    private static final int LONGEST_GAP = 3;

    private final String text;
    private final boolean plus;
    private final byte[] digits;
    /** Of each group: where it begins in the text, where it ends, and which of the digits is its first. */
    private final int[] from;

    private final int[] to;
    private final int[] first;
    private int groups;

    /** Where the run that begins here ends; the negative of it where it has too few digits for anything. */
    static int end(String text, int begin) {
        int digits = 0;
        int end = begin;
        int i = begin;
        while (i < text.length() && i - end <= LONGEST_GAP) {
            char c = text.charAt(i);
            if (Width.isDigit(c)) {
                digits++;
                end = i + 1;
            } else if (!parts(c)) {
                break;
            }
            i++;
        }
        return digits < FEWEST ? -end : end;
    }

    /** Adds what stands in the run between these two. */
    static List<Hit> in(String text, int begin, int end, List<Hit> hits) {
        return new NumberRun(text, begin, end).addTo(hits);
    }

    private NumberRun(String text, int begin, int end) {
        this.text = text;
        this.plus = isPlus(begin);
        int most = groups(begin, end);
        this.digits = new byte[end - begin];
        this.from = new int[most];
        this.to = new int[most];
        this.first = new int[most + 1];
        int count = 0;
        for (int i = begin; i < end; i++) {
            char c = Width.narrow(text.charAt(i));
            if (c < '0' || c > '9') {
                continue;
            }
            if (groups == 0 || to[groups - 1] != i) {
                from[groups] = i;
                first[groups++] = count;
            }
            to[groups - 1] = i + 1;
            digits[count++] = (byte) (c - '0');
        }
        first[groups] = count;
    }

    private int groups(int begin, int end) {
        int found = 1;
        for (int i = begin + 1; i < end; i++) {
            found += Width.isDigit(text.charAt(i)) && !Width.isDigit(text.charAt(i - 1)) ? 1 : 0;
        }
        return found;
    }

    private boolean isPlus(int begin) {
        return begin > 0
                && Width.narrow(text.charAt(begin - 1)) == '+'
                && (begin == 1 || !Width.isWord(Width.narrow(text.charAt(begin - 2))));
    }

    /** What people write between the parts of a number. */
    private static boolean parts(char c) {
        return switch (Width.narrow(c)) {
            case ' ', '-', '.', '(', ')', '/', '\u00a0', '\u3000', '\u00b7' -> true;
            default -> c >= '\u2010' && c <= '\u2015';
        };
    }

    private List<Hit> addTo(List<Hit> before) {
        List<Hit> hits = before;
        @Nullable DataClass[] alone = new @Nullable DataClass[groups];
        for (int i = 0; i < groups; i++) {
            alone[i] = classOf(i, i);
        }
        int group = 0;
        while (group < groups) {
            DataClass found = alone[group];
            int last = group;
            if (found == null) {
                for (int j = group + 1; j < groups && alone[j] == null && first[j + 1] - first[group] <= MOST; j++) {
                    DataClass wider = classOf(group, j);
                    if (wider != null && (found == null || found == wider)) {
                        found = wider;
                        last = j;
                    }
                }
            }
            if (found != null) {
                int begin = from[group] - (group == 0 && plus ? 1 : 0);
                hits = PersonalData.with(hits, new Hit(begin, end(group, last, found), found));
            }
            group = last + 1;
        }
        return hits;
    }

    private int end(int group, int last, DataClass found) {
        boolean x = found == DataClass.IDENTITY_DOCUMENT && first[last + 1] - first[group] == 17;
        return x ? to[last] + 1 : to[last];
    }

    /** Whether an X stands behind a group, as the eleventh check digit of an identity number. */
    private boolean isCheckedByX(int group) {
        if (to[group] >= text.length() || (Width.narrow(text.charAt(to[group])) | 0x20) != 'x') {
            return false;
        }
        return to[group] + 1 == text.length() || !Width.isWord(Width.narrow(text.charAt(to[group] + 1)));
    }

    private @Nullable DataClass classOf(int i, int j) {
        int length = first[j + 1] - first[i];
        boolean international = plus && i == 0;
        if (length < FEWEST || length > MOST || !(international || isTidy(i, j, 2))) {
            return null;
        }
        byte[] number = i == j && groups == 1 ? digits : Arrays.copyOfRange(digits, first[i], first[j + 1]);
        if (Numerals.isIdentity(number, length, isCheckedByX(j)) || (length == 15 && isOldIdentity(number, i, j))) {
            return DataClass.IDENTITY_DOCUMENT;
        }
        if (Numerals.isMobile(number, length)
                || Numerals.isLandline(number, length, i == j ? 0 : first[i + 1] - first[i])
                || (international && Numerals.isInternational(number, length))) {
            return DataClass.PHONE;
        }
        return isTidy(i, j, 3) && Numerals.isCard(number, length) ? DataClass.BANK_CARD : null;
    }

    private boolean isOldIdentity(byte[] number, int i, int j) {
        boolean parted = j == i + 2 && first[i + 1] - first[i] == 6 && first[i + 2] - first[i] == 12;
        return (i == j || parted) && Numerals.isOldIdentity(number);
    }

    /** Whether the groups look like those of one number: none but the last is short, or all are single digits. */
    private boolean isTidy(int i, int j, int shortest) {
        boolean single = true;
        boolean enough = true;
        for (int each = i; each < j; each++) {
            int size = first[each + 1] - first[each];
            single &= size == 1;
            enough &= size >= shortest;
        }
        return enough || (single && first[j + 1] - first[j] == 1);
    }
}
