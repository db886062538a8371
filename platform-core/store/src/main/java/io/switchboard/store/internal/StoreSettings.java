package io.switchboard.store.internal;

import io.switchboard.connector.Secret;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the store is. Immutable.
 *
 * @param url of a PostgreSQL database; empty: the embedded one
 * @param user who owns the database, or may make schemas in it, and may make roles
 * @param connections how many connections each bundle has at most
 */
record StoreSettings(Optional<String> url, String user, Secret password, int connections) {
    static final String PID = "io.switchboard.store";

    private static final String URL = "url";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final String CONNECTIONS = "connections.each";
    private static final String POSTGRES = "jdbc:postgresql://";
    private static final Set<String> OF_THE_FRAMEWORK = Set.of("service.pid", "felix.fileinstall.filename");
    private static final int USUAL_CONNECTIONS = 8;
    private static final int MOST_CONNECTIONS = 100;

    /** With no configuration. */
    static final StoreSettings EMBEDDED = new StoreSettings(Optional.empty(), "", Secret.of(""), USUAL_CONNECTIONS);

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException naming the key and what is wrong with it, and no value that may be secret
     */
    static StoreSettings of(Map<String, ?> values) {
        Set<String> unknown = new HashSet<>(values.keySet());
        unknown.removeAll(OF_THE_FRAMEWORK);
        unknown.removeAll(Set.of(URL, USER, PASSWORD, CONNECTIONS));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there are no such keys: " + String.join(", ", unknown));
        }
        String url = text(values, URL);
        String user = text(values, USER);
        String password = text(values, PASSWORD);
        int connections = connections(text(values, CONNECTIONS));
        if (url.isEmpty()) {
            if (!user.isEmpty() || !password.isEmpty()) {
                throw new IllegalArgumentException(
                        "user and password are set, but no url; without one the store is the embedded one");
            }
            return new StoreSettings(Optional.empty(), "", Secret.of(""), connections);
        }
        if (!url.startsWith(POSTGRES) || url.indexOf('/', POSTGRES.length()) < 0) {
            throw new IllegalArgumentException("url has to be jdbc:postgresql://host:port/database");
        }
        if (url.contains("password=") || url.contains("user=") || url.contains("@")) {
            throw new IllegalArgumentException("user and password stand in keys of their own, not in the url");
        }
        if (user.isEmpty() || password.isEmpty()) {
            throw new IllegalArgumentException("user and password have to be set, the password as $[secret:NAME]");
        }
        return new StoreSettings(Optional.of(url), user, Secret.of(password), connections);
    }

    private static String text(Map<String, ?> values, String key) {
        Object value = values.get(key);
        return value == null ? "" : value.toString().strip();
    }

    private static int connections(String text) {
        if (text.isEmpty()) {
            return USUAL_CONNECTIONS;
        }
        int connections = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (connections < 2 || connections > MOST_CONNECTIONS) {
            throw new IllegalArgumentException(CONNECTIONS + " has to be 2 to " + MOST_CONNECTIONS);
        }
        return connections;
    }
}
