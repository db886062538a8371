package io.switchboard.connector.http;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of an endpoint. */
final class HttpAddress {
    private HttpAddress() {}

    /** Tells no address that is refused whole: there may be a password in it. */
    static URI read(String text) {
        URI address;
        try {
            address = new URI(text.strip().replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("not an address such as https://tickets.example.com", e);
        }
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!http
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || address.getRawQuery() != null
                || address.getRawFragment() != null
                || address.getPort() > 65_535
                || address.getPort() == 0) {
            throw new IllegalArgumentException("not an address such as https://tickets.example.com");
        }
        if (!address.normalize().equals(address)) {
            throw new IllegalArgumentException("an address has no dot segments and no empty ones");
        }
        return address;
    }
}
