package io.switchboard.security.internal.admin;

import io.switchboard.connector.Describe;
import io.switchboard.connector.Example;
import io.switchboard.connector.Matches;
import io.switchboard.connector.SchemaName;
import io.switchboard.security.internal.key.KeyRing;
import java.time.Instant;

/** What the operations on tokens and on the key that signs them take and give. */
final class TokenViews {
    private TokenViews() {}

    record NamedToken(
            @Matches("[A-Za-z0-9._-]{1,400}")
            @Example("8d6c2f0e-4b1a-4f7e-9f57-0c1a3a1f5f11")
            @Describe(
                    en = "The token's id: its claim jti, and what the audit names it by.",
                    zh = "令牌标识，即其 jti 声明，审计记录中亦以此标识。")
            String tokenId) {}

    @SchemaName("SigningKey")
    record NewKey(
            @Example("kJ3x0vQm5b1cX2l9c7a0m1yq3z8w5t6u7v8w9x0y1zA")
            @Describe(en = "The new key's id, kid in the published keys.", zh = "新密钥的标识，即公布的密钥中的 kid。")
            String keyId,

            @Describe(en = "From when on it signs.", zh = "开始签名的时间。")
            Instant signsFrom) {
        static NewKey of(KeyRing.Rotation rotation) {
            return new NewKey(rotation.keyId(), rotation.signsFrom());
        }
    }
}
