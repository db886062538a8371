package io.switchboard.security.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Puts tokens together by hand, the wrong ones too, which no library would write. */
public final class Forge {
    private static final JsonMapper JSON = new JsonMapper();

    private Forge() {}

    /** Signs {@code header.payload}. */
    @FunctionalInterface
    public interface Signer {
        byte[] sign(byte[] content) throws GeneralSecurityException;
    }

    public static Signer with(String algorithm, PrivateKey key) {
        return content -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        };
    }

    public static Signer mac(String algorithm, byte[] secret) {
        return content -> {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(content);
        };
    }

    public static String token(Map<String, ?> header, Map<String, ?> claims, Signer signer) {
        return token(json(header), json(claims), signer);
    }

    public static String token(String header, String claims, Signer signer) {
        String content =
                base64(header.getBytes(StandardCharsets.UTF_8)) + "." + base64(claims.getBytes(StandardCharsets.UTF_8));
        try {
            return content + "." + base64(signer.sign(content.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String json(Map<String, ?> members) {
        try {
            return JSON.writeValueAsString(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
