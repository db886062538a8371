package io.switchboard.bench.drive;

import io.switchboard.bench.drive.Neighbours.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What others wait, who call something of the hub's own, while many call a slow system.
 *
 * @param wave what became of as many calls in one moment
 * @param alone what the others wait when nobody else calls
 * @param beside the same with as many calls a second to a system that answers at once
 * @param besideSlow the same with those to the slow system
 * @param crowds what became of the calls to the slow system
 */
record Isolation(
        Crowd.Calls wave, List<Waits> alone, List<Waits> beside, List<Waits> besideSlow, List<Crowd.Calls> crowds) {
    static final int CALLERS = 200;
    private static final String OTHERS = "/api/crm/v1/customers/C-1001";
    private static final Duration SECOND = Duration.ofSeconds(1);

    Isolation {
        alone = List.copyOf(alone);
        beside = List.copyOf(beside);
        besideSlow = List.copyOf(besideSlow);
        crowds = List.copyOf(crowds);
    }

    /** Who measures it: a slow path up to its milliseconds, and a token that may call it. */
    private record Setting(BackendHub hub, String slow, String token, Neighbours neighbours) {
        Waits beside(long millis, Duration time, List<Crowd.Calls> calls) throws InterruptedException {
            try (Crowd crowd = Crowd.spread(CALLERS, SECOND, hub.port(), slow + millis, token)) {
                // All of them are there, and the first have come again.
                Object unused = neighbours.call(SECOND.multipliedBy(2));
                Waits waits = neighbours.call(time);
                calls.add(crowd.end());
                return waits;
            }
        }

        Crowd.Calls wave() throws InterruptedException {
            try (Crowd crowd = Crowd.wave(CALLERS, hub.port(), slow + SECOND.toMillis(), token)) {
                return crowd.await();
            }
        }
    }

    static Isolation measure(BackendHub hub, String slow, String token, Options options)
            throws IOException, InterruptedException {
        Setting setting = new Setting(hub, slow, token, new Neighbours(hub.port(), OTHERS, hub.chatbot()));
        Duration time = Duration.ofSeconds(options.pick(3, 6));
        Object unused = setting.neighbours.call(time);
        List<Crowd.Calls> ignored = new ArrayList<>();
        unused = setting.beside(0, time, ignored);
        List<Crowd.Calls> waves = List.of(setting.wave(), setting.wave());
        List<Waits> alone = new ArrayList<>();
        List<Waits> beside = new ArrayList<>();
        List<Waits> besideSlow = new ArrayList<>();
        List<Crowd.Calls> crowds = new ArrayList<>();
        for (int round = 0; round < options.pick(2, 5); round++) {
            alone.add(setting.neighbours.call(time));
            beside.add(setting.beside(0, time, ignored));
            besideSlow.add(setting.beside(SECOND.toMillis(), time, crowds));
        }
        return new Isolation(waves.get(1), alone, beside, besideSlow, crowds);
    }

    double p99(List<Waits> rounds) {
        return Median.of(rounds, Waits::p99);
    }

    double p50(List<Waits> rounds) {
        return Median.of(rounds, Waits::p50);
    }

    /** How many calls to the slow system were answered in a second, about. */
    int served() {
        return crowds.stream().mapToInt(Crowd.Calls::served).sum();
    }

    /** After how long those heard that got no permit, in milliseconds and in order. */
    List<Double> refused() {
        return crowds.stream().flatMap(each -> each.refused().stream()).sorted().toList();
    }
}
