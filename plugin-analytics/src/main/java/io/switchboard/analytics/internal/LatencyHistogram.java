package io.switchboard.analytics.internal;

import java.util.Arrays;

/**
 * How long calls took, in sixteen buckets to each doubling: what is read from it is at most 3 % off. For one thread.
 *
 * <p>As text: {@code index:count} of each bucket that holds something, joined by blanks.
 */
final class LatencyHistogram {
    private static final int SUB_BITS = 4;
    private static final int SUB = 1 << SUB_BITS;
    /** About twelve days; what takes longer counts as that. */
    private static final long LONGEST = (1L << 40) - 1;

    private long[] counts = new long[12 * SUB];

    void add(long micros) {
        add(index(Math.max(0, Math.min(LONGEST, micros))), 1);
    }

    private void add(int index, long count) {
        if (index >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(index + 1, counts.length * 2));
        }
        counts[index] += count;
    }

    void add(LatencyHistogram other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] != 0) {
                add(i, other.counts[i]);
            }
        }
    }

    /** Adds one that was written as text. */
    void add(String text) {
        int at = 0;
        while (at < text.length()) {
            int colon = text.indexOf(':', at);
            int blank = text.indexOf(' ', colon);
            int end = blank < 0 ? text.length() : blank;
            add(Integer.parseInt(text, at, colon, 10), Long.parseLong(text, colon + 1, end, 10));
            at = end + 1;
        }
    }

    /**
     * How long the fastest of a part of the calls took at most.
     *
     * @param part which part, above 0 and at most 1
     * @return microseconds; 0 where there were no calls
     */
    long quantile(double part) {
        long wanted = (long) Math.ceil(part * Arrays.stream(counts).sum());
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (counts[i] != 0 && seen >= wanted) {
                return middle(i);
            }
        }
        return 0;
    }

    private static int index(long micros) {
        if (micros < SUB) {
            return (int) micros;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - SUB_BITS;
        return (doubling + 1) * SUB + (int) ((micros >>> doubling) & (SUB - 1));
    }

    private static long middle(int index) {
        if (index < SUB) {
            return index;
        }
        int doubling = index / SUB - 1;
        long lowest = (long) (SUB + index % SUB) << doubling;
        return lowest + ((1L << doubling) >> 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                text.append(text.isEmpty() ? "" : " ").append(i).append(':').append(counts[i]);
            }
        }
        return text.toString();
    }
}
