package com.example.lockers;

import io.switchboard.connector.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the code that opens a compartment: six digits of an HMAC, which the locker makes, too. */
final class PickUpCodes {
    private final Secret key;

    PickUpCodes(Secret key) {
        this.key = key;
    }

    /** Of a parcel at a site, as long as it lies there. */
    String code(LockerNetwork.Parcel parcel) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] sum = mac.doFinal((parcel.id() + '@' + parcel.locker()).getBytes(StandardCharsets.UTF_8));
            return "%06d".formatted((ByteBuffer.wrap(sum).getInt() & 0x7fffffff) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
