package io.switchboard.http.internal.edge;

import io.switchboard.connector.ErrorCode;
import io.switchboard.core.limit.RateCells;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Bounds the requests of one network address, before anybody knows who calls. Safe for use from many threads. */
final class AddressRates {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final RateCells cells;

    AddressRates(int requestsPerSecond, LongSupplier nanoTime) {
        cells = new RateCells(requestsPerSecond, Duration.ofSeconds(1), nanoTime);
    }

    void admit(InetAddress address) {
        long left = cells.take(name(address));
        if (left < 0) {
            throw EarlyAnswer.refusal(
                            429,
                            ErrorCode.RATE_LIMITED,
                            "Your network address sends more requests than the hub allows.",
                            "该网络地址的请求过于频繁。")
                    .retryAfter((-left + SECOND - 1) / SECOND);
        }
    }

    /** The address; of IPv6 the network of 64 bits, for that is what one caller has at its disposal. */
    static long name(InetAddress address) {
        byte[] bytes = address.getAddress();
        // No IPv6 sender has such a prefix.
        long name = bytes.length == 4 ? 0xFFFFFFFFL : 0;
        for (int i = 0; i < Math.min(8, bytes.length); i++) {
            name = name << 8 | (bytes[i] & 0xFF);
        }
        return name;
    }
}
