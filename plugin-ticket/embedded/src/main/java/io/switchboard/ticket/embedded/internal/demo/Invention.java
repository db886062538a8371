package io.switchboard.ticket.embedded.internal.demo;

import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * One invented ticket, and what was done on it so far. The same number always gives the same one.
 *
 * @param act the correlation id that it was made with
 * @param created when it was made
 * @param states the states it went through after the first
 * @param interval the time from one thing done to the next
 * @param talk whether customer and company wrote to each other
 * @param noted whether employees wrote to each other
 */
record Invention(
        String act,
        String customerId,
        Scenario scenario,
        String subject,
        String text,
        Instant created,
        List<TicketStatus> states,
        Duration interval,
        boolean talk,
        boolean noted) {
    private static final long SEED = 0x7469636B6574L;
    private static final int FIRST_CUSTOMER = 1001;
    private static final int CUSTOMERS = 300;
    private static final int DAYS = 365;
    /** So long a ticket may wait for its customer. */
    private static final Duration UNFORGOTTEN = Duration.ofDays(45);

    /** The ticket of a number out of so many, spread over the year before a time; the last of them are from today. */
    static Invention of(int number, int count, Instant now) {
        SplittableRandom random = new SplittableRandom(SEED + number * 0x9E3779B97F4A7C15L);
        // The customer of the examples has several; the demo CRM makes every third one English.
        int customer = number % 60 == 0 ? 0 : random.nextInt(CUSTOMERS);
        boolean chinese = (customer + 1) % 3 != 0;
        Scenario scenario = pick(chinese ? Chinese.SCENARIOS : English.SCENARIOS, random);
        String product = pick(chinese ? Chinese.PRODUCTS : English.PRODUCTS, random);
        String order = "2025" + random.nextInt(10_000_000, 100_000_000);
        String amount = (chinese ? "" : "£") + random.nextInt(19, 900) + "." + random.nextInt(10, 100);
        double age = (double) (count - number) / count;
        Instant created = now.minus(Duration.ofDays(DAYS)
                        .multipliedBy((long) (age * 1_000_000))
                        .dividedBy(1_000_000))
                .minusSeconds(random.nextInt(600));
        Duration interval = Duration.ofMinutes(random.nextInt(20, scenario.urgent() ? 40 : 900));
        return new Invention(
                "demo%06d".formatted(number),
                "C-" + (FIRST_CUSTOMER + customer),
                scenario,
                fill(scenario.subject(), order, product, amount),
                fill(scenario.text(), order, product, amount),
                created,
                states(Duration.between(created, now), interval, random),
                interval,
                random.nextInt(5) > 0,
                random.nextInt(3) == 0);
    }

    TicketStatus status() {
        return states.isEmpty() ? TicketStatus.NEW : states.get(states.size() - 1);
    }

    /** By when it is due. */
    Instant due() {
        return created.plus(
                switch (scenario.priority()) {
                    case URGENT -> Duration.ofHours(1);
                    case HIGH -> Duration.ofHours(8);
                    case NORMAL -> Duration.ofDays(1);
                    case LOW -> Duration.ofDays(2);
                });
    }

    /** When the first, second, … thing was done on it. */
    Instant at(int step) {
        return created.plus(interval.multipliedBy(step));
    }

    boolean flagged() {
        return scenario.priority() == Priority.URGENT;
    }

    Optional<TicketStatus> before(int state) {
        return state == 0 ? Optional.of(TicketStatus.NEW) : Optional.of(states.get(state - 1));
    }

    /** As far as the ticket had time to come. */
    private static List<TicketStatus> states(Duration age, Duration interval, SplittableRandom random) {
        if (age.compareTo(UNFORGOTTEN) < 0 && random.nextInt(4) == 0) {
            return List.of(TicketStatus.IN_PROGRESS, TicketStatus.WAITING)
                    .subList(0, (int) Math.min(2, age.dividedBy(interval.multipliedBy(2))));
        }
        List<TicketStatus> whole = switch (random.nextInt(5)) {
            case 0 -> List.of(TicketStatus.IN_PROGRESS, TicketStatus.WAITING, TicketStatus.RESOLVED);
            case 1 -> List.of(TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED, TicketStatus.CLOSED);
            case 2 ->
                List.of(
                        TicketStatus.IN_PROGRESS,
                        TicketStatus.WAITING,
                        TicketStatus.IN_PROGRESS,
                        TicketStatus.RESOLVED,
                        TicketStatus.CLOSED);
            case 3 ->
                List.of(
                        TicketStatus.IN_PROGRESS,
                        TicketStatus.RESOLVED,
                        TicketStatus.IN_PROGRESS,
                        TicketStatus.RESOLVED,
                        TicketStatus.CLOSED);
            default -> List.of(TicketStatus.IN_PROGRESS, TicketStatus.CLOSED);
        };
        long steps = age.dividedBy(interval.multipliedBy(2));
        return whole.subList(0, (int) Math.min(whole.size(), steps));
    }

    private static String fill(String text, String order, String product, String amount) {
        return text.replace("{order}", order).replace("{product}", product).replace("{amount}", amount);
    }

    private static <T> T pick(List<T> list, SplittableRandom random) {
        return list.get(random.nextInt(list.size()));
    }
}
