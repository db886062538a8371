package io.switchboard.security.internal.issuer;

import io.switchboard.security.internal.token.StrictJson;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the keys of an issuer by its metadata (OpenID Connect Discovery 1.0, RFC 8414), and fetches them. */
final class Discovery implements KeySource {
    private static final String OPENID = "/.well-known/openid-configuration";
    private static final String OAUTH = "/.well-known/oauth-authorization-server";

    private final KeyPlace place;
    private final ProviderPages pages;

    Discovery(KeyPlace place, ProviderPages pages) {
        this.place = place;
        this.pages = pages;
    }

    @Override
    public KeySet fetch() throws IOException {
        URI address = place.address().isPresent() ? place.address().get() : discovered();
        return KeySet.read(pages.fetch(address).orElseThrow(() -> new IOException(address + " answered 404")));
    }

    private URI discovered() throws IOException {
        for (URI each : documents(URI.create(place.issuer()))) {
            Optional<byte[]> metadata = pages.fetch(each);
            if (metadata.isPresent()) {
                return keysAddress(each, StrictJson.object(metadata.get()));
            }
        }
        throw new IOException("there are no metadata of " + place.issuer() + "; set keys.url if it publishes none");
    }

    // OpenID appends to the issuer's path, OAuth puts itself before it.
    private static List<URI> documents(URI issuer) {
        String path = issuer.getRawPath();
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return List.of(issuer.resolve(bare + OPENID), issuer.resolve(OAUTH + bare));
    }

    private URI keysAddress(URI document, Map<String, ?> metadata) throws IOException {
        // Or one provider could speak for another (RFC 8414, 3.3).
        if (!place.issuer().equals(metadata.get("issuer"))) {
            throw new IOException(document + " speaks for another issuer than " + place.issuer());
        }
        Optional<URI> keys = metadata.get("jwks_uri") instanceof String text ? Addresses.parse(text) : Optional.empty();
        if (keys.isEmpty()) {
            throw new IOException(document + " names no jwks_uri that is https");
        }
        if (!place.allows(keys.get())) {
            throw new IOException(
                    document + " leads to " + Addresses.host(keys.get()) + "; add it to hosts if that is right");
        }
        return keys.get();
    }
}
