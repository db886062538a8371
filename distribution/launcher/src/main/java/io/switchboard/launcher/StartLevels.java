package io.switchboard.launcher;

/**
 * The order of starting, and backwards of stopping: configuration is there before the first component asks for it, the port
 * opens when everything behind it stands. When the hub stops, the bundle beside the server has calls in flight finish before any goes.
 */
final class StartLevels {
    static final int HIGHEST = 4;

    private static final int CONFIGURATION_ADMIN = 1;
    private static final int CONFIGURATION_FILES = 2;
    static final int EVERYTHING_ELSE = 3;
    private static final int HTTP = 4;

    private StartLevels() {}

    static int of(String symbolicName) {
        return switch (symbolicName) {
            case "org.apache.felix.configadmin" -> CONFIGURATION_ADMIN;
            case "io.switchboard.deployer" -> CONFIGURATION_FILES;
            case "org.apache.felix.http.jetty12" -> HTTP;
            default -> EVERYTHING_ELSE;
        };
    }
}
