package io.switchboard.core.internal.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Instants as {@code 2026-11-22T10:15:30.123456Z}, to the microsecond. Of neighbouring records nearly all share the second, so its
 * text is kept. For one thread.
 */
final class TimeText {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final int SECOND_LENGTH = 19;
    private static final int LENGTH = SECOND_LENGTH + 8;

    private long second = Long.MIN_VALUE;
    private String secondText = "";

    String format(Instant time) {
        if (time.getEpochSecond() != second) {
            secondText = SECOND.format(time);
            second = time.getEpochSecond();
        }
        StringBuilder text = new StringBuilder(LENGTH).append(secondText).append('.');
        int micros = time.getNano() / 1_000;
        for (int unit = 100_000; unit > 0; unit /= 10) {
            text.append((char) ('0' + micros / unit % 10));
        }
        return text.append('Z').toString();
    }

    Instant parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(secondText) || secondText.isEmpty()) {
            Instant time = Instant.parse(text);
            second = time.getEpochSecond();
            secondText = SECOND.format(time);
            return time;
        }
        int micros = 0;
        for (int i = SECOND_LENGTH + 1; i < LENGTH - 1; i++) {
            micros = micros * 10 + (text.charAt(i) - '0');
        }
        return Instant.ofEpochSecond(second, micros * 1_000L);
    }
}
