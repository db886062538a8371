package io.switchboard.analytics.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
    @Test
    void isAtMostThreePercentOff() {
        SplittableRandom random = new SplittableRandom(7);
        long[] values = new long[20_000];
        LatencyHistogram histogram = new LatencyHistogram();
        for (int i = 0; i < values.length; i++) {
            values[i] = (long) Math.exp(random.nextDouble() * 17);
            histogram.add(values[i]);
        }
        Arrays.sort(values);
        for (double part : new double[] {0.001, 0.01, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999, 1}) {
            long exact = values[(int) Math.ceil(part * values.length) - 1];
            assertEquals(
                    (double) exact, (double) histogram.quantile(part), Math.ceil(exact * 0.032), () -> "at " + part);
        }
    }

    @Test
    void isExactForTheShortest() {
        for (long micros = 0; micros < 32; micros++) {
            LatencyHistogram histogram = new LatencyHistogram();
            histogram.add(micros);
            assertEquals(micros, histogram.quantile(0.5));
        }
    }

    @Test
    void takesAnyTime() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(-5);
        histogram.add(Long.MAX_VALUE);
        assertEquals(0, histogram.quantile(0.5));
        assertEquals((double) (1L << 40), (double) histogram.quantile(1), (1L << 40) * 0.032);
    }

    @Test
    void staysWhatItIsAsText() {
        LatencyHistogram histogram = new LatencyHistogram();
        for (long micros = 1; micros < 1L << 40; micros = micros * 5 / 4 + 1) {
            histogram.add(micros);
            histogram.add(micros);
        }
        LatencyHistogram read = new LatencyHistogram();
        read.add(histogram.toString());
        assertEquals(histogram.toString(), read.toString());
        read.add(histogram);
        assertEquals(histogram.quantile(0.5), read.quantile(0.5));
        LatencyHistogram none = new LatencyHistogram();
        none.add("");
        assertEquals("", none.toString());
        assertEquals(0, none.quantile(0.99));
    }
}
