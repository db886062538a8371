package io.switchboard.store.internal;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;

final class SchemaFactoryTest {
    private static final Duration LINGER = Duration.ofMillis(500);
    private static final ServiceRegistration<DataSource> REGISTRATION = registration();

    @TempDir
    Path folder;

    private Schemas schemas;
    private SchemaFactory factory;

    @BeforeEach
    void open() throws SQLException {
        schemas = Stores.at(folder.resolve("data"), LINGER);
        factory = new SchemaFactory(schemas);
    }

    @AfterEach
    void close() {
        schemas.close();
    }

    @Test
    void givesTwoVersionsOfABundleOneSchema() throws Exception {
        Path script = Files.writeString(
                folder.resolve("001_t.sql"), "CREATE TABLE t (i INTEGER);\nINSERT INTO t VALUES (5);");
        Bundle before = bundle("a.a", List.of(script));
        DataSource first = requireNonNull(factory.getService(before, REGISTRATION));
        DataSource second = requireNonNull(factory.getService(bundle("a.a", List.of(script)), REGISTRATION));
        assertNotSame(first, second);
        factory.ungetService(before, REGISTRATION, first);
        awaitClosed((SchemaSource) first);
        assertThrows(SQLException.class, first::getConnection);
        try (Connection connection = second.getConnection();
                ResultSet row = connection.createStatement().executeQuery("SELECT SUM(i) FROM t")) {
            row.next();
            assertEquals(5, row.getInt(1));
        }
    }

    @Test
    void letsWhatABundleHasUnderWayGoOnForAWhile() throws Exception {
        Bundle bundle = bundle("a.a", List.of());
        SchemaSource source = (SchemaSource) requireNonNull(factory.getService(bundle, REGISTRATION));
        long before = System.nanoTime();
        factory.ungetService(bundle, REGISTRATION, source);
        try (Connection connection = source.getConnection()) {
            assertTrue(connection.isValid(1));
        }
        awaitClosed(source);
        assertTrue(System.nanoTime() - before >= LINGER.toNanos(), "it was closed at once");
    }

    @Test
    void givesNothingToABundleWhoseSchemaCannotBeMade() throws Exception {
        Path script = Files.writeString(folder.resolve("001_t.sql"), "CREATE TABEL t (i INTEGER);");
        Path misnamed = Files.writeString(folder.resolve("first.sql"), "CREATE TABLE t (i INTEGER);");
        assertNull(factory.getService(bundle("a.a", List.of(script)), REGISTRATION));
        assertNull(factory.getService(bundle("a.a", List.of(misnamed)), REGISTRATION));
        assertNull(factory.getService(bundle(null, List.of()), REGISTRATION));
    }

    @Test
    void needsADataDirectory() {
        assertThrows(IllegalStateException.class, () -> Schemas.under(null));
    }

    private static void awaitClosed(SchemaSource source) throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        source.whenClosed(closed::countDown);
        assertTrue(closed.await(20, TimeUnit.SECONDS), "it was never closed");
    }

    private static Bundle bundle(@Nullable String symbolicName, List<Path> scripts) {
        return (Bundle) Proxy.newProxyInstance(
                Bundle.class.getClassLoader(),
                new Class<?>[] {Bundle.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getSymbolicName" -> symbolicName;
                    case "getBundleId" -> 7L;
                    case "findEntries" -> {
                        List<URL> urls = new ArrayList<>();
                        for (Path script : scripts) {
                            urls.add(script.toUri().toURL());
                        }
                        yield Collections.enumeration(urls);
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @SuppressWarnings("unchecked")
    private static ServiceRegistration<DataSource> registration() {
        return (ServiceRegistration<DataSource>) Proxy.newProxyInstance(
                ServiceRegistration.class.getClassLoader(),
                new Class<?>[] {ServiceRegistration.class},
                (self, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
