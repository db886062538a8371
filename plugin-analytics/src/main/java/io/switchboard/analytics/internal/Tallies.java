package io.switchboard.analytics.internal;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.audit.AuditMeasure;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts a stretch of the audit by minute, operation and code. For one thread. */
final class Tallies {
    /** What else a caller names is not worth a row of its own: there would be no end of them. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,39}\\.v[0-9]{1,3}(\\.[a-z][a-z0-9]*)+");

    private static final int LONGEST_NAME = 100;

    private final Map<TallyKey, Tally> minutes = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int records;

    void add(AuditMeasure call) {
        records++;
        String operation = call.code() == ErrorCode.NO_SUCH_OPERATION.number()
                ? TallyKey.NONE
                : names.computeIfAbsent(call.operation(), Tallies::name);
        TallyKey key = new TallyKey(Span.MINUTE.bucket(call.time()), operation, call.code());
        minutes.computeIfAbsent(key, fresh -> new Tally()).add(call.micros());
    }

    private static String name(String operation) {
        return operation.length() <= LONGEST_NAME && NAME.matcher(operation).matches() ? operation : TallyKey.NONE;
    }

    /** How many records were counted. */
    int records() {
        return records;
    }

    /** The counts by minute or by hour. */
    Map<TallyKey, Tally> by(Span span) {
        if (span == Span.MINUTE) {
            return minutes;
        }
        Map<TallyKey, Tally> hours = new HashMap<>();
        minutes.forEach((key, tally) -> {
            long bucket = span.bucket(Instant.ofEpochSecond(key.bucket()));
            hours.computeIfAbsent(new TallyKey(bucket, key.operation(), key.code()), fresh -> new Tally())
                    .add(tally);
        });
        return hours;
    }
}
