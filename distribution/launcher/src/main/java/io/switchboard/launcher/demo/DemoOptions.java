package io.switchboard.launcher.demo;

import java.util.Optional;

/**
 * What {@code switchboard demo} is asked for.
 *
 * @param real whether the visits are paid to the systems behind the hub
 * @param sure whether they may be where others work, too
 * @param customer whose visits they are
 */
record DemoOptions(boolean real, boolean sure, String customer) {
    private static final String SEEDED = "C-1001";

    /** Empty where the words make no sense. */
    static Optional<DemoOptions> of(String... words) {
        boolean real = false;
        boolean sure = false;
        String customer = SEEDED;
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--real" -> real = true;
                case "--yes" -> sure = true;
                case "--customer" -> {
                    if (++i == words.length || !words[i].matches("[A-Za-z0-9._~-]{1,100}")) {
                        return Optional.empty();
                    }
                    customer = words[i];
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new DemoOptions(real, sure, customer)).filter(all -> all.real() || words.length == 0);
    }
}
