package io.switchboard.it;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Real systems as backends of a hub: the bundle of {@code optional/} and one file, both dropped in while it runs. */
final class RealBackends {
    static final String REDMINE = "io.switchboard.ticket.redmine";
    static final String TRYTON = "io.switchboard.crm.tryton";

    private RealBackends() {}

    /** Drops a bundle that is shipped beside the hub. */
    static void drop(HubProcess hub, String symbolicName) throws IOException {
        String file = symbolicName + ".jar";
        Path half = Drop.half(hub, file);
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(HubProcess.folder().resolve("optional"), symbolicName + "-[0-9]*.jar")) {
            Files.copy(found.iterator().next(), half);
        }
        Drop.finish(hub, file, half);
    }

    /** A Redmine at some addresses, with settings of the test's own. */
    static void redmine(HubProcess hub, String instance, RealSystem redmine, String endpoints, String key, String more)
            throws IOException {
        write(hub, REDMINE + "~" + instance + ".cfg", """
                endpoints = %s
                .key = %s
                project = %s
                %s
                """.formatted(endpoints, key, redmine.property("project"), more));
    }

    /** A Tryton at some addresses; its login and password by the names of their properties. */
    static void tryton(
            HubProcess hub,
            String instance,
            RealSystem tryton,
            String endpoints,
            String login,
            String password,
            String more)
            throws IOException {
        write(hub, TRYTON + "~" + instance + ".cfg", """
                endpoints = %s
                database = %s
                login = %s
                .login.password = %s
                level.gold = Gold card
                tags.parent = Chatbot
                %s
                """.formatted(
                endpoints, tryton.property("database"), tryton.property(login), tryton.property(password), more));
    }

    /** A file of {@code etc/}. */
    static void write(HubProcess hub, String file, String text) throws IOException {
        Files.writeString(hub.home().resolve("etc").resolve(file), text);
    }
}
