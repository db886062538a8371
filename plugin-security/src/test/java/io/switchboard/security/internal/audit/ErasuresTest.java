package io.switchboard.security.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.switchboard.core.audit.AuditErasure;
import io.switchboard.security.internal.TestStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share a store, each with an audit of its own. */
class ErasuresTest {
    @TempDir
    Path folder = Path.of("");

    private final DataSource store = TestStore.open();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    /** An audit that notes who was erased, unless its disk is full. */
    private static final class Audit implements AuditErasure {
        private final List<String> erased = new ArrayList<>();
        private boolean full;

        @Override
        public int erase(String customer, String act) throws IOException {
            if (full) {
                throw new IOException("full");
            }
            erased.add(customer + " by " + act);
            return 1;
        }

        @Override
        public int erasedBy(String act) {
            return 0;
        }
    }

    private final Audit here = new Audit();
    private final Audit there = new Audit();

    private Erasures node(Audit audit, String name) {
        return new Erasures(audit, store, folder.resolve(name), () -> now);
    }

    @Test
    void whatOneNodeIsAskedForAllDoOnce() throws Exception {
        Erasures first = node(here, "here");
        Erasures second = node(there, "there");
        assertEquals(1, first.erase("C-1", "act-1"));
        first.follow();
        second.follow();
        second.erase("C-2", "act-2");
        first.follow();
        second.follow();
        // After a restart too.
        node(here, "here").follow();
        node(there, "there").follow();
        assertEquals(List.of("C-1 by act-1", "C-2 by act-2"), here.erased);
        assertEquals(List.of("C-1 by act-1", "C-2 by act-2"), there.erased);
    }

    @Test
    void aNodeThatCannotDoesItLaterAndNothingIsPassedOver() throws Exception {
        Erasures first = node(here, "here");
        there.full = true;
        first.erase("C-1", "act-1");
        first.erase("C-2", "act-2");
        Erasures second = node(there, "there");
        assertThrows(IOException.class, second::follow);
        there.full = false;
        node(there, "there").follow();
        assertEquals(List.of("C-1 by act-1", "C-2 by act-2"), there.erased);
    }

    @Test
    void whatFailedHereIsDoneWhenItIsSentAgain() throws Exception {
        Erasures first = node(here, "here");
        here.full = true;
        assertThrows(IOException.class, () -> first.erase("C-1", "act-1"));
        node(there, "there").follow();
        here.full = false;
        assertEquals(1, first.erase("C-1", "act-1"));
        node(there, "there").follow();
        assertEquals(List.of("C-1 by act-1"), there.erased, "the same act, once");
    }

    @Test
    void theStoreForgetsWhoWasErased() throws Exception {
        Erasures first = node(here, "here");
        first.erase("C-1", "act-1");
        now = now.plus(Erasures.KEPT).plus(Duration.ofHours(2));
        first.follow();
        try (Connection connection = store.getConnection();
                ResultSet rows = connection.createStatement().executeQuery("SELECT COUNT(*) FROM audit_erasure")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }
}
