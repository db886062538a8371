package io.switchboard.http.internal.settings;

import io.switchboard.http.internal.settings.HttpSettings.Admin;
import io.switchboard.http.internal.settings.HttpSettings.Plain;
import io.switchboard.http.internal.settings.HttpSettings.Tls;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a configuration, and finds all that is wrong with it at once. Messages name keys and never a password. */
public final class HttpSettingsReader {
    private static final Set<String> KNOWN = Set.of(
            "hosts",
            "origins",
            "proxies",
            "address.exempt",
            "address.requests.per.second",
            "address.connections",
            "connections",
            "plain",
            "tls.port",
            "tls.keystore",
            "tls.password",
            "admin.host",
            "admin.port");

    private static final int MOST = 1_000_000;
    private static final int MOST_PORT = 65_535;

    private final Map<String, Object> values;
    private final Path home;
    private final List<String> faults = new ArrayList<>();

    private HttpSettingsReader(Map<String, Object> values, Path home) {
        this.values = values;
        this.home = home;
    }

    /**
     * Reads it.
     *
     * @param values by their keys
     * @param home what relative paths start from
     * @throws SettingsFault where something is wrong
     */
    public static HttpSettings read(Map<String, Object> values, Path home) throws SettingsFault {
        HttpSettingsReader reader = new HttpSettingsReader(values, home);
        HttpSettings settings = reader.settings();
        if (!reader.faults.isEmpty()) {
            throw new SettingsFault(reader.faults);
        }
        return settings;
    }

    private HttpSettings settings() {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeIf(key -> KNOWN.contains(key) || key.contains("service.") || key.startsWith("felix."));
        unknown.forEach(key -> faults.add(key + " is not known"));
        Optional<Tls> tls = tls();
        Plain plain = plain();
        if (plain != Plain.SERVE && tls.isEmpty() && faults.isEmpty()) {
            faults.add("plain = " + plain.name().toLowerCase(Locale.ROOT) + " needs tls.port");
        }
        return new HttpSettings(
                hosts(),
                origins(),
                networks("proxies", List.of()),
                networks("address.exempt", List.of("127.0.0.0/8", "::1")),
                number("address.requests.per.second", 2000, 0, MOST),
                number("address.connections", 256, 0, MOST),
                number("connections", 10_000, 1, MOST),
                plain,
                tls,
                admin());
    }

    private Optional<Tls> tls() {
        if (text("tls.port").isEmpty()) {
            return Optional.empty();
        }
        String file = text("tls.keystore");
        Path keystore = home.resolve(file);
        if (file.isEmpty() || !Files.isReadable(keystore)) {
            faults.add("tls.keystore: there is no file that can be read at " + keystore);
        }
        return Optional.of(new Tls(number("tls.port", 0, 0, MOST_PORT), keystore, text("tls.password")));
    }

    private Optional<Admin> admin() {
        if (text("admin.port").isEmpty()) {
            return Optional.empty();
        }
        String host = text("admin.host");
        return Optional.of(new Admin(host.isEmpty() ? "127.0.0.1" : host, number("admin.port", 0, 0, MOST_PORT)));
    }

    private Plain plain() {
        return switch (text("plain")) {
            case "", "serve" -> Plain.SERVE;
            case "redirect" -> Plain.REDIRECT;
            case "off" -> Plain.OFF;
            default -> {
                faults.add("plain must be serve, redirect or off");
                yield Plain.OFF;
            }
        };
    }

    private Set<String> hosts() {
        Set<String> hosts = new HashSet<>();
        for (String host : list("hosts")) {
            if (host.matches("[A-Za-z0-9._-]+") || Network.address(host).isPresent()) {
                hosts.add(host.toLowerCase(Locale.ROOT));
            } else {
                faults.add("hosts: " + host + " is not a name without port, such as hub.example.com");
            }
        }
        return hosts;
    }

    private Set<String> origins() {
        Set<String> origins = new HashSet<>();
        for (String origin : list("origins")) {
            if (isOrigin(origin)) {
                origins.add(origin.toLowerCase(Locale.ROOT));
            } else {
                faults.add("origins: " + origin + " is not of the form https://agent.example.com[:port]");
            }
        }
        return origins;
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme());
            return (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && text.equals(scheme + "://" + uri.getRawAuthority())
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private List<Network> networks(String key, List<String> otherwise) {
        List<Network> networks = new ArrayList<>();
        for (String text : values.containsKey(key) ? list(key) : otherwise) {
            Optional<Network> network = Network.of(text);
            network.ifPresentOrElse(
                    networks::add,
                    () -> faults.add(key + ": " + text + " is neither an address nor a network such as 10.0.0.0/8"));
        }
        return networks;
    }

    private List<String> list(String key) {
        List<String> items = new ArrayList<>();
        Object value = values.get(key);
        String[] raw = value instanceof String[] several ? several : text(key).split(",", -1);
        for (String item : raw) {
            if (!item.isBlank()) {
                items.add(item.strip());
            }
        }
        return items;
    }

    private int number(String key, int otherwise, int least, int most) {
        String text = text(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same message as for a number out of range.
        }
        faults.add(key + " must be a whole number from " + least + " to " + most);
        return otherwise;
    }

    private String text(String key) {
        return values.get(key) instanceof String text ? text.strip() : "";
    }
}
