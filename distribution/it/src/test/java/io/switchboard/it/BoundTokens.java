package io.switchboard.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;

/** Tokens that are bound to a customer, signed by the hub's own key: as whoever is entitled to issue them does. */
final class BoundTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private BoundTokens() {}

    /** The token of a client, with a customer in it. */
    static Caller bind(HubProcess hub, Caller client, String customer) throws IOException, GeneralSecurityException {
        String[] parts = client.token().split("\\.", -1);
        ObjectNode claims = (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        claims.put("sub", customer)
                .put("customer", customer)
                .put("jti", UUID.randomUUID().toString());
        claims.putObject("act").put("sub", claims.path("client_id").asText());
        String signed = parts[0] + '.' + BASE64.encodeToString(JSON.writeValueAsBytes(claims));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key(hub.home().resolve("data/keys")));
        signature.update(signed.getBytes(UTF_8));
        return client.with(signed + '.' + BASE64.encodeToString(signature.sign()));
    }

    /** The one that signs now: the newest by name. */
    private static PrivateKey key(Path folder) throws IOException, GeneralSecurityException {
        Path newest;
        try (Stream<Path> files = Files.list(folder)) {
            newest = files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow();
        }
        String pem = Files.readString(newest).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }
}
