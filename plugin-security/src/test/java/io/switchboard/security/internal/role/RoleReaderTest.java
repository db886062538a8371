package io.switchboard.security.internal.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.connector.DataClass;
import io.switchboard.core.security.MaskingProfile.Treatment;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoleReaderTest {
    @Test
    void theShippedFileHasNoMistakes() throws IOException {
        Properties properties = new Properties();
        Path file = Path.of("../distribution/assembly/src/main/etc/io.switchboard.security.roles.cfg");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, Object> configuration = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> configuration.put(key, properties.getProperty(key)));
        RoleReader.Reading reading = RoleReader.read(configuration);
        assertEquals(List.of(), reading.faults());
        Roles roles = reading.roles();
        assertEquals(
                Set.of("chatbot", "front-line-agent", "senior-agent", "finance", "auditor", "administrator"),
                roles.names());
        assertTrue(roles.scopes(Set.of("administrator")).covers("security.admin"));
        assertFalse(roles.scopes(Set.of("chatbot", "auditor", "finance", "senior-agent"))
                .covers("security.admin"));
        assertFalse(roles.masks(Set.of("front-line-agent")).containsKey(DataClass.AMOUNT));
        assertFalse(roles.masks(Set.of("front-line-agent")).containsKey(DataClass.BANK_CARD));
    }

    @Test
    void everyMistakeIsNamed() {
        RoleReader.Reading reading = RoleReader.read(Map.of(
                "role.a.scopes", "crm.read, CRM.write, crm",
                "role.a.mask.phone", "half",
                "role.a.mask.shoe", "full",
                "role.a.mask.credential", "partial",
                "role.b.mask.name", "full",
                "role.B.scopes", "crm.read",
                "roles.c.scopes", "crm.read",
                "role.a.colour", "red"));
        assertEquals(9, reading.faults().size(), () -> String.join("\n", reading.faults()));
    }

    @Test
    void freeTextHasNoHandle() {
        RoleReader.Reading reading =
                RoleReader.read(Map.of("role.a.scopes", "crm.read", "role.a.mask.free-text", "handle"));
        assertEquals(1, reading.faults().size());
        assertTrue(reading.faults().get(0).startsWith("role.a.mask.free-text"), reading.faults()::toString);
    }

    @Test
    void whatOthersAddToTheConfigurationIsPassedOver() {
        RoleReader.Reading reading = RoleReader.read(Map.of(
                "service.pid", "x",
                "component.id", 7L,
                "felix.fileinstall.filename", "file:x",
                ".hidden", "x",
                "role.a.scopes", new String[] {"crm.read", "ticket.*"}));
        assertEquals(List.of(), reading.faults());
        assertTrue(reading.roles().scopes(Set.of("a")).covers("ticket.write"));
        assertFalse(reading.roles().scopes(Set.of("a")).covers("crm.write"));
    }

    @Test
    void mistakesLeaveTheRolesBeforeThemInForce() {
        RoleBook book = new RoleBook(Map.of("role.a.scopes", "crm.read"));
        Roles before = book.current();
        book.modified(Map.of("role.a.scopes", "crm.read", "role.a.mask.phone", "half"));
        assertSame(before, book.current());
        book.modified(Map.of("role.a.scopes", "ticket.read"));
        assertTrue(book.current().scopes(Set.of("a")).covers("ticket.read"));
        book.modified(Map.of());
        assertTrue(book.current().isEmpty());
    }

    @Test
    void mistakesAtTheStartLeaveNoRoles() {
        assertTrue(new RoleBook(Map.of("role.a.scope", "crm.read")).current().isEmpty());
    }

    @Test
    void severalRolesAddUpToTheMostOpen() {
        Roles roles = RoleReader.read(Map.of(
                        "role.a.scopes", "crm.read",
                        "role.a.mask.phone", "partial",
                        "role.a.mask.name", "hidden",
                        "role.b.scopes", "crm.*",
                        "role.b.mask.phone", "full",
                        "role.b.mask.name", "handle"))
                .roles();
        assertEquals(
                Map.of(DataClass.PHONE, Treatment.FULL, DataClass.NAME, Treatment.HANDLE),
                roles.masks(Set.of("a", "b", "gone")));
    }

    @Test
    void scopesMeetByPattern() {
        ScopeSet wide = new ScopeSet(Set.of("crm.*", "ticket.read"));
        assertEquals(
                Set.of("crm.read", "ticket.read"),
                wide.and(new ScopeSet(Set.of("crm.read", "ticket.*"))).patterns());
        assertEquals(wide, wide.and(new ScopeSet(Set.of("*"))));
        assertEquals(ScopeSet.NONE, wide.and(new ScopeSet(Set.of("security.admin", "ticket.write"))));
        assertFalse(wide.covers("*"));
        assertFalse(wide.covers("crmx.read"));
    }
}
