package io.switchboard.ecommerce.tryton.internal.poll;

import io.switchboard.connector.event.Event;
import io.switchboard.ecommerce.spi.Order;
import io.switchboard.ecommerce.spi.Stock;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfOrder;
import io.switchboard.ecommerce.tryton.internal.poll.Touched.OfProduct;
import io.switchboard.poll.Place;
import io.switchboard.poll.Round;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what changed since the last time, and tells what became of it. Tryton's times are those of the beginning of a transaction, which may
 * be committed later, and are not our clock's: so it is asked from some time before the last change that was seen, and what comes again is
 * told apart by how it stood when it was seen last. Its clock may be set back, too; so it is asked now and then from long before. For one
 * thread.
 */
public final class ChangeRound implements Round {
    private static final Duration OVERLAP = Duration.ofSeconds(60);
    /** So much a clock may be set back. */
    private static final Duration FAR = Duration.ofMinutes(15);
    /** How many rounds there are from one that looks so far back to the next. */
    static final int FAR_EVERY = 12;
    /** Of each feed, in one round; what is more is read by the next. */
    private static final int MOST = 100;

    /** Of orders that are not ended when the first round begins; what became of others is told from their next change but one. */
    private static final int BASELINE_PAGES = 10;

    private final Source source;
    private final Place place;
    private final SeenTable seen;
    private final String instance;
    private final Map<Feed, Position> rest = new EnumMap<>(Feed.class);
    private Map<String, Instant> read = new HashMap<>();
    private int rounds;

    /** What is asked for. */
    public interface Source {
        /** The records of a feed behind a position, in its order. */
        List<Touched> after(Feed feed, Position last, int most);

        /** The time of the last change of all; the beginning of time where there is none. */
        Instant newest();

        /** Orders that are not ended, by their numbers, behind one of them. */
        List<OfOrder> open(long after, int most);

        /** An order as it is now; empty where it is none that callers could see. */
        Optional<Order> order(OfOrder which);

        /** How much there is of a product now; empty where there is no such. */
        Optional<Stock> stock(OfProduct which);
    }

    /** Reads one instance. */
    public ChangeRound(String instance, Source source, Place place, SeenTable seen) {
        this.instance = instance;
        this.source = source;
        this.place = place;
        this.seen = seen;
    }

    @Override
    public void take() {
        Optional<Place.Reached> reached = place.read();
        if (reached.isEmpty()) {
            begin();
            return;
        }
        Instant last = reached.get().until();
        Instant began = reached.get().began().orElse(last);
        rounds = (rounds + 1) % FAR_EVERY;
        Instant since = last.minus(rounds == 0 ? FAR : OVERLAP);
        Map<Touched.About, Instant> news = new LinkedHashMap<>();
        Map<String, Instant> now = new HashMap<>(read);
        now.values().removeIf(at -> at.isBefore(last.minus(FAR)));
        Map<Feed, Position> left = new EnumMap<>(Feed.class);
        Instant until = last;
        for (Feed feed : Feed.values()) {
            Position from = rest.getOrDefault(feed, new Position(since, 0));
            List<Touched> touched = source.after(feed, from, MOST);
            for (Touched each : touched) {
                Instant at = each.position().at();
                String name = feed + " " + each.position().id();
                until = at.isAfter(until) ? at : until;
                now.put(name, at);
                if (!at.equals(read.get(name))) {
                    each.about().ifPresent(about -> news.merge(about, at, (a, b) -> a.isAfter(b) ? a : b));
                }
            }
            if (touched.size() >= MOST) {
                left.put(feed, touched.get(touched.size() - 1).position());
            }
        }
        tell(news, began, last, earliest(left).orElse(until));
        read = now;
        rest.clear();
        rest.putAll(left);
    }

    private static Optional<Instant> earliest(Map<Feed, Position> left) {
        return left.values().stream().map(Position::at).min(Instant::compareTo);
    }

    /** What was there before the first round is not told; but how it stood is known from then on. */
    private void begin() {
        Instant newest = source.newest();
        List<Seen> all = new ArrayList<>();
        long after = 0;
        for (int page = 0; page < BASELINE_PAGES; page++) {
            List<OfOrder> open = source.open(after, MOST);
            open.forEach(each -> source.order(each).map(Seen::of).ifPresent(all::add));
            if (open.size() < MOST) {
                break;
            }
            after = Long.parseLong(open.get(open.size() - 1).orderId());
        }
        keep(newest, List.of(), all);
    }

    private void tell(Map<Touched.About, Instant> news, Instant began, Instant last, Instant until) {
        List<Event> events = new ArrayList<>();
        List<Seen> changed = new ArrayList<>();
        news.forEach((about, at) -> {
            if (about instanceof OfOrder order) {
                source.order(order).ifPresent(now -> tell(now, began, at, events, changed));
            } else if (about instanceof OfProduct product) {
                source.stock(product).ifPresent(now -> tell(now, at, events, changed));
            }
        });
        if (!changed.isEmpty() || until.isAfter(last)) {
            keep(until, events, changed);
        }
    }

    private void tell(Order now, Instant began, Instant at, List<Event> events, List<Seen> changed) {
        Seen state = Seen.of(now);
        Optional<Seen> before = seen.find(Seen.Kind.ORDER, now.id());
        if (!before.equals(Optional.of(state))) {
            // A minute is what its transaction may have taken.
            boolean isNew = !now.placedAt().isBefore(began.minus(OVERLAP));
            events.addAll(Tidings.of(instance, now, before, isNew, at));
            changed.add(state);
        }
    }

    private void tell(Stock now, Instant at, List<Event> events, List<Seen> changed) {
        Seen state = Seen.of(now);
        Optional<Seen> before = seen.find(Seen.Kind.STOCK, now.sku());
        if (!before.equals(Optional.of(state))) {
            events.add(Tidings.of(instance, now, before, at));
            changed.add(state);
        }
    }

    private void keep(Instant until, List<Event> events, List<Seen> changed) {
        place.moveTo(until, events, connection -> {
            for (Seen each : changed) {
                seen.write(connection, each);
            }
        });
    }
}
