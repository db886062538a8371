package io.switchboard.launcher.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a hub is. Secrets go there, so it is either TLS or this machine.
 *
 * @param base scheme, host and port
 */
record HubAddress(URI base) {

    static HubAddress of(String text) throws CommandFault {
        URI uri;
        try {
            uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        } catch (URISyntaxException e) {
            throw notOne(text);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        boolean bare = uri.getRawPath() != null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!(plain || scheme.equals("https")) || uri.getHost() == null || !bare) {
            throw notOne(text);
        }
        HubAddress address = new HubAddress(uri);
        if (plain && !address.loopback()) {
            throw CommandFault.failed(
                    text + " is neither https nor on this machine; a secret would go over the network in clear.",
                    text + " 既不是 https 也不在本机，密钥会以明文经过网络。");
        }
        return address;
    }

    /** Of the hub that runs in a home. */
    static HubAddress ofHome(Path home) throws IOException, CommandFault {
        Path file = home.resolve("run").resolve("hub.json");
        @Nullable
        Object http = Files.exists(file) ? Json.object(Files.readString(file)).get("http") : null;
        if (!(http instanceof String text)) {
            throw new CommandFault(
                    CommandFault.NOT_RUNNING,
                    "No hub is running in " + home + ". Start one, or name another by --url.",
                    home + " 中没有 hub 在运行。请先启动，或用 --url 指定地址。");
        }
        // A hub that listens everywhere is on this machine, too.
        return of(text.replace("//0.0.0.0:", "//127.0.0.1:"));
    }

    boolean secure() {
        return "https".equalsIgnoreCase(base.getScheme());
    }

    boolean loopback() {
        String host = base.getHost();
        if (host.equalsIgnoreCase("localhost")) {
            return true;
        }
        // A name that only resolves to loopback today is none: digits alone are trusted.
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return literal && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    /** As a part of a file's name. */
    String fileName() {
        return toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]+", "_");
    }

    @Override
    public String toString() {
        return base.toString();
    }

    private static CommandFault notOne(String text) {
        return CommandFault.failed(
                text + " is not the address of a hub; it has to be like https://hub.example.com",
                text + " 不是 hub 的地址，应形如 https://hub.example.com");
    }
}
