package io.switchboard.http.internal.settings;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the server is told: the configuration {@code io.switchboard.http}. Immutable.
 *
 * @param hosts names under which callers know the hub, in lower case, without ports
 * @param origins the origins whose pages may call, as browsers write them
 * @param proxies those whose word counts for where a request comes from
 * @param exempt who is not counted by address
 * @param requestsPerSecond of one address; 0: any number
 * @param connectionsPerAddress open at a time; 0: any number
 * @param connections open at a time, of all together
 * @param plain what the port without TLS does
 * @param tls the port with TLS
 * @param admin the port of administration
 */
public record HttpSettings(
        Set<String> hosts,
        Set<String> origins,
        List<Network> proxies,
        List<Network> exempt,
        int requestsPerSecond,
        int connectionsPerAddress,
        int connections,
        Plain plain,
        Optional<Tls> tls,
        Optional<Admin> admin) {
    /** What the port without TLS does. */
    public enum Plain {
        /** It answers. */
        SERVE,
        /** It sends everybody to the port with TLS. */
        REDIRECT,
        /** It is closed. */
        OFF
    }

    /**
     * The port with TLS.
     *
     * @param keystore a PKCS#12 file with one key and its chain
     * @param password of the file and of the key
     */
    public record Tls(int port, Path keystore, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "TLS at " + port;
        }
    }

    /** The port of administration, and the address it stands on. */
    public record Admin(String host, int port) {}

    /** Copies the collections. */
    public HttpSettings {
        hosts = Set.copyOf(hosts);
        origins = Set.copyOf(origins);
        proxies = List.copyOf(proxies);
        exempt = List.copyOf(exempt);
    }

    /** Whether one of the networks has the address. */
    public static boolean contains(List<Network> networks, InetAddress address) {
        for (Network network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
