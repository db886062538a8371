package io.switchboard.crm.embedded.internal;

import io.switchboard.connector.Money;
import io.switchboard.crm.spi.Customer;
import io.switchboard.crm.spi.CustomerBuilder;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryKind;
import io.switchboard.crm.spi.Level;
import io.switchboard.crm.spi.Trait;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Invents one customer and their year: the same number always gives the same one. */
final class DemoCustomer {
    private static final int BASE = 1000;
    private static final int DAYS = 360;

    private final Instant now;
    private final int number;
    private final boolean chinese;
    private final DemoWords words;
    private final SplittableRandom random;

    /** The customer of a number from 1 on, as seen at a time. */
    DemoCustomer(int number, Instant now) {
        this.now = now;
        this.number = number;
        this.chinese = number % 3 != 0;
        this.words = chinese ? DemoWords.CHINESE : DemoWords.BRITISH;
        // Neighbouring seeds would begin alike.
        this.random = new SplittableRandom(number * 0x9E3779B97F4A7C15L);
    }

    Customer customer() {
        int id = BASE + number;
        String given = words.forenames().get(number % words.forenames().size());
        String family = words.families().get(number % words.families().size());
        String street = pick(words.streets());
        int house = random.nextInt(1, 300);
        LocalDate since = LocalDate.ofInstant(ago(random.nextInt(DAYS, 7 * DAYS)), ZoneOffset.UTC);
        CustomerBuilder customer = Customer.builder("C-" + id, chinese ? family + given : given + " " + family, since)
                .phone(Optional.of(phone(id)))
                .email(Optional.of("c" + id + "@example.com"))
                .address(Optional.of(chinese ? street + house + "号" : house + " " + street))
                .language(words.language());
        Level level = level();
        long cents = random.nextLong(1_000, 400_000) * factor(level);
        return customer.level(level)
                .lifetimeSpend(new Money(BigDecimal.valueOf(cents, 2), words.currency()))
                .tags(tags())
                .preferences(preferences())
                .needs(random.nextInt(4) == 0 ? List.of(trait("purchase", pick(words.needs()))) : List.of())
                .build();
    }

    List<Entry> entries(String customerId) {
        List<Entry> entries = new ArrayList<>();
        int count = random.nextInt(1, 7);
        for (int i = 0; i < count; i++) {
            DemoWords.Told told = pick(words.told());
            int days = random.nextInt(1, DAYS);
            Instant at = ago(days).minus(random.nextInt(600), ChronoUnit.MINUTES);
            entries.add(Entry.builder("", customerId, told.kind(), at)
                    .channel(told.channel())
                    .subject(told.subject())
                    .text(told.text())
                    .status(status(told.kind(), days))
                    .build());
        }
        return entries;
    }

    /** Complaints of the last two weeks are still open. */
    static Optional<String> status(EntryKind kind, int days) {
        return kind == EntryKind.COMPLAINT ? Optional.of(days < 14 ? "open" : "settled") : Optional.empty();
    }

    /** Of the 1380000 block, or one of the numbers that are set aside for drama. */
    private String phone(int id) {
        return chinese ? "1380000" + id : "+44 7700 900" + String.valueOf(id).substring(1);
    }

    private static long factor(Level level) {
        return switch (level) {
            case STANDARD -> 1;
            case SILVER -> 4;
            case GOLD -> 7;
            case PLATINUM -> 10;
        };
    }

    private Level level() {
        int rank = random.nextInt(20);
        if (rank < 12) {
            return Level.STANDARD;
        }
        return rank < 16 ? Level.SILVER : rank < 19 ? Level.GOLD : Level.PLATINUM;
    }

    private List<String> tags() {
        int first = random.nextInt(words.tags().size());
        List<String> tags = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            tags.add(words.tags().get((first + i) % words.tags().size()));
        }
        return tags;
    }

    private List<Trait> preferences() {
        List<Trait> preferences = new ArrayList<>();
        if (random.nextBoolean()) {
            preferences.add(trait("contact-time", pick(words.hours())));
        }
        if (random.nextBoolean()) {
            preferences.add(trait("delivery", pick(words.deliveries())));
        }
        return preferences;
    }

    private Trait trait(String name, String value) {
        BigDecimal confidence = BigDecimal.valueOf(random.nextInt(5, 11), 1);
        return Trait.of(name, value, confidence, ago(random.nextInt(1, DAYS)));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Instant ago(int days) {
        return now.minus(days, ChronoUnit.DAYS);
    }
}
