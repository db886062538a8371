package io.switchboard.security.internal.admin;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Length;
import io.switchboard.connector.Matches;
import io.switchboard.connector.SchemaName;
import io.switchboard.security.internal.client.ClientKey;
import io.switchboard.security.internal.client.JsonWebKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the operations on clients' public keys take and give. */
final class ClientKeyViews {
    static final String KEY_ID = "[A-Za-z0-9._~-]{1,100}";

    // That of RFC 7517, appendix A.1.
    static final String KEY = "{\"kty\":\"EC\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"2027-01\",\"crv\":\"P-256\","
            + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\",\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"}";

    private ClientKeyViews() {}

    record AddKey(
            @Matches(ClientViews.ID) @Example("web-chatbot") @Describe(en = "The client.", zh = "客户端名称。")
            String clientId,

            @Example(KEY)
            @Describe(
                    en = "The public key as a JSON Web Key; never the private one.",
                    zh = "JSON Web Key 格式的公钥，切勿提交私钥。")
            PublicJwk key) {}

    @SchemaName("PublicJwk")
    record PublicJwk(
            @Matches("RSA|EC") @Example("EC") @Describe(en = "The family.", zh = "密钥类型。")
            String kty,

            @Matches("RS256|PS256|ES256")
            @Example("ES256")
            @Describe(en = "The one algorithm that it is for.", zh = "该密钥唯一可用的算法。")
            String alg,

            @Matches("sig") @Example("sig") @Describe(en = "What it is for: signatures.", zh = "用途：签名。")
            Optional<String> use,

            @Matches(KEY_ID)
            @Example("2027-01")
            @Describe(
                    en = "What the client's signatures name it by; without it, its thumbprint (RFC 7638).",
                    zh = "客户端签名所用的密钥标识；缺省时为其指纹（RFC 7638）。")
            Optional<String> kid,

            @Length(min = 1, max = 1000)
            @Describe(en = "The modulus of an RSA key of 2048 to 4096 bits.", zh = "RSA 密钥（2048 至 4096 位）的模数。")
            Optional<String> n,

            @Length(min = 1, max = 8) @Example("AQAB") @Describe(en = "The exponent of an RSA key.", zh = "RSA 密钥的指数。")
            Optional<String> e,

            @Matches("P-256") @Example("P-256") @Describe(en = "The curve of an EC key.", zh = "EC 密钥的曲线。")
            Optional<String> crv,

            @Length(min = 43, max = 43) @Describe(en = "The point of an EC key.", zh = "EC 密钥的点坐标 x。")
            Optional<String> x,

            @Length(min = 43, max = 43) @Describe(en = "The point of an EC key.", zh = "EC 密钥的点坐标 y。")
            Optional<String> y) {
        JsonWebKey toKey() {
            return new JsonWebKey(kty, n, e, crv, x, y);
        }

        String id() {
            return kid.orElseGet(() -> toKey().thumbprint());
        }
    }

    record NamedKey(
            @Matches(ClientViews.ID) @Example("web-chatbot") @Describe(en = "The client.", zh = "客户端名称。")
            String clientId,

            @Matches(KEY_ID) @Example("2027-01") @Describe(en = "The key's id.", zh = "密钥标识。")
            String keyId) {}

    @SchemaName("ClientKey")
    record KeyRow(
            @Example("2027-01") @Describe(en = "The key's id.", zh = "密钥标识。")
            String keyId,

            @Example("ES256") @Describe(en = "The algorithm that it is for.", zh = "可用的算法。")
            String algorithm,

            @Describe(en = "When it was added.", zh = "添加时间。")
            Instant created) {
        static KeyRow of(ClientKey key) {
            return new KeyRow(key.id(), key.algorithm().name(), key.created());
        }
    }

    @SchemaName("ClientKeys")
    record KeyRows(
            @Describe(en = "The client's public keys, oldest first.", zh = "客户端的公钥，按添加时间排列。")
            List<KeyRow> keys) {}
}
