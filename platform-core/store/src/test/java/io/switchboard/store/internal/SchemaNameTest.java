package io.switchboard.store.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SchemaNameTest {
    @Test
    void followsThePlainSymbolicName() {
        assertEquals("IO_SWITCHBOARD_CRM_EMBEDDED", SchemaName.of("io.switchboard.crm.embedded"));
    }

    @Test
    void isNeverSharedByTwoSymbolicNames() {
        List<String> symbolicNames = List.of(
                "a.b",
                "a_b",
                "a-b",
                "A.b",
                "a.B",
                "a..b",
                "a._b",
                "public",
                "information.schema",
                "pg.catalog",
                "switchboard",
                "1.a",
                "a".repeat(70) + ".x",
                "a".repeat(70) + ".y");
        Set<String> names = new HashSet<>();
        for (String symbolicName : symbolicNames) {
            String name = SchemaName.of(symbolicName);
            assertTrue(names.add(name), name);
            assertTrue(name.matches("[A-Z0-9_]{1,63}"), name);
            assertTrue(
                    !Set.of("PUBLIC", "INFORMATION_SCHEMA", "PG_CATALOG", "SWITCHBOARD")
                            .contains(name),
                    name);
        }
    }
}
