package io.switchboard.ticket.redmine.internal.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import io.switchboard.connector.event.Event;
import io.switchboard.ticket.redmine.internal.api.Issue;
import io.switchboard.ticket.redmine.internal.api.IssuePage;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssueRoundTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final Changing redmine = new Changing();
    private PlaceStore store;
    private IssueRound round;

    @BeforeEach
    void open() throws Exception {
        store = new PlaceStore();
        round = new IssueRound(redmine, store.place());
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What changes, each issue by the time of its last change, and one event for each. */
    private static final class Changing implements IssueRound.Source {
        final Map<Long, Instant> issues = new LinkedHashMap<>();
        int read;
        boolean down;

        @Override
        public IssuePage changed(Instant since, long offset) {
            if (down) {
                throw ConnectorException.of(ErrorCode.BACKEND_UNREACHABLE);
            }
            List<Issue> rows = issues.entrySet().stream()
                    .filter(each -> !each.getValue().isBefore(since))
                    .sorted(Map.Entry.<Long, Instant>comparingByValue()
                            .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                    .skip(offset)
                    .limit(IssuePage.MOST)
                    .map(each -> issue(each.getKey(), each.getValue()))
                    .toList();
            return new IssuePage(rows, issues.size());
        }

        @Override
        public Optional<Instant> newest() {
            return issues.values().stream().max(Comparator.naturalOrder());
        }

        @Override
        public List<Event> tidings(Issue row, Instant since) {
            read++;
            return List.of(Event.builder("ticket.v1.status.changed", "ticket.read")
                    .about("C-1")
                    .key(row.id() + "~" + row.updatedOn().getEpochSecond())
                    .build());
        }

        private static Issue issue(long id, Instant at) {
            return new Issue(id, 1, 1, false, 1, "", "", "", Map.of(), at, at, List.of(), Set.of());
        }
    }

    @Test
    void whatWasThereBeforeIsNotTold() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        assertEquals(List.of(), store.told());
        redmine.issues.put(2L, NOON.plusSeconds(31));
        round.take();
        assertEquals(List.of("2~" + NOON.plusSeconds(31).getEpochSecond()), store.told());
    }

    @Test
    void changeThatWasCommittedLateIsTold() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        redmine.issues.put(2L, NOON.plusSeconds(60));
        round.take();
        redmine.issues.put(3L, NOON.plusSeconds(45));
        round.take();
        assertEquals(
                1, store.told().stream().filter(each -> each.startsWith("3~")).count());
    }

    @Test
    void nothingIsLostOrTwiceOverARestartOfEitherSide() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        redmine.issues.put(1L, NOON.plusSeconds(100));
        redmine.down = true;
        assertThrows(ConnectorException.class, round::take);
        redmine.down = false;
        round = new IssueRound(redmine, store.place());
        round.take();
        round = new IssueRound(redmine, store.place());
        round.take();
        assertEquals(List.of("1~" + NOON.plusSeconds(100).getEpochSecond()), store.told());
    }

    @Test
    void placeStaysWhereTheEventsCouldNotBeTold() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        redmine.issues.put(2L, NOON.plusSeconds(100));
        store.full = true;
        assertThrows(ConnectorException.class, round::take);
        assertEquals(NOON.plusSeconds(31), store.place().read().orElseThrow().until());
        store.full = false;
        round.take();
        assertEquals(1, store.told().size());
    }

    @Test
    void issueThatDoesNotChangeIsNotReadForever() {
        redmine.issues.put(1L, NOON);
        round.take();
        redmine.issues.put(2L, NOON.plusSeconds(100));
        for (int i = 0; i < 20; i++) {
            round.take();
        }
        assertEquals(3, redmine.read);
    }

    @Test
    void moreThanRedmineGivesAtOnceAreAllTold() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        List<Long> made = new ArrayList<>();
        for (long id = 2; id < 2_602; id++) {
            redmine.issues.put(id, NOON.plusSeconds(1 + id / 100));
            made.add(id);
        }
        round.take();
        round.take();
        assertEquals(
                made.size(),
                store.told().stream().filter(each -> !each.startsWith("1~")).count());
    }

    private void takeOften() {
        for (int i = 0; i < IssueRound.FAR_EVERY; i++) {
            round.take();
        }
    }

    private static String key(long id, Instant at) {
        return id + "~" + at.getEpochSecond();
    }

    @Test
    void aClockThatIsSetBackLosesNothing() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        Instant ahead = NOON.plusSeconds(600);
        redmine.issues.put(1L, ahead);
        round.take();
        // Five minutes too early, and told of already; now the clock is right.
        Instant right = NOON.plusSeconds(310);
        redmine.issues.put(1L, right);
        redmine.issues.put(2L, right.plusSeconds(5));
        round = new IssueRound(redmine, store.place());
        takeOften();
        assertEquals(List.of(key(1, ahead), key(1, right), key(2, right.plusSeconds(5))), store.told());
        redmine.issues.put(2L, ahead.plusSeconds(1));
        round.take();
        assertEquals(key(2, ahead.plusSeconds(1)), store.told().get(3));
    }

    @Test
    void aClockThatIsApartIsNoMatter() throws Exception {
        for (Instant clock :
                List.of(Instant.now().minusSeconds(300), Instant.now().plusSeconds(300))) {
            redmine.issues.clear();
            try (PlaceStore other = new PlaceStore()) {
                IssueRound apart = new IssueRound(redmine, other.place());
                apart.take();
                redmine.issues.put(1L, clock);
                apart.take();
                redmine.issues.put(1L, clock.plusSeconds(2));
                apart.take();
                assertEquals(List.of(key(1, clock), key(1, clock.plusSeconds(2))), other.told());
            }
        }
    }

    @Test
    void whatWasThereBeforeIsNotToldByALookFarBackEither() throws SQLException {
        redmine.issues.put(1L, NOON.minusSeconds(100));
        redmine.issues.put(2L, NOON);
        takeOften();
        takeOften();
        assertEquals(List.of(), store.told());
        assertEquals(0, redmine.read);
    }

    @Test
    void aLookFarBackDoesNotReadEverythingAnew() throws SQLException {
        redmine.issues.put(1L, NOON);
        round.take();
        redmine.issues.put(2L, NOON.plusSeconds(100));
        round.take();
        redmine.issues.put(3L, NOON.plusSeconds(500));
        for (int i = 0; i < 10; i++) {
            takeOften();
        }
        assertEquals(2 * 3, redmine.read);
        assertEquals(2, store.told().size());
    }
}
