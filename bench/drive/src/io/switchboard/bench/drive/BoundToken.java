package io.switchboard.bench.drive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.stream.Stream;

/** A client's token with a customer in it, signed by the hub's own key: the demo has no provider whose tokens could be exchanged. */
final class BoundToken {
    private BoundToken() {}

    static String of(String token, String customer, Path home) throws IOException, GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String client = HubHome.member(claims, "client_id");
        String bound = claims.replace(
                "\"sub\":\"" + client + "\"",
                "\"sub\":\"" + customer + "\",\"customer\":\"" + customer + "\",\"act\":{\"sub\":\"" + client + "\"}");
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = parts[0] + '.' + base64.encodeToString(bound.getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key(home.resolve("data/keys")));
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return signed + '.' + base64.encodeToString(signature.sign());
    }

    private static PrivateKey key(Path folder) throws IOException, GeneralSecurityException {
        Path newest;
        try (Stream<Path> files = Files.list(folder)) {
            newest = files.filter(file -> file.toString().endsWith(".pem"))
                    .max(Path::compareTo)
                    .orElseThrow();
        }
        String pem = Files.readString(newest).replaceAll("-----[A-Z ]+-----", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }
}
