package io.switchboard.ecommerce.tryton.internal;

import io.switchboard.ecommerce.tryton.internal.refund.GivenBack;
import io.switchboard.ecommerce.tryton.internal.sale.WholeSale;
import io.switchboard.tryton.Stamp;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What differs after every change of a sale, or of what belongs to it: by the times of the last changes of the records. */
final class Versions {
    private static final int BYTES = 16;

    private Versions() {}

    static String of(WholeSale whole, GivenBack back) {
        StringBuilder all = new StringBuilder();
        add(all, whole.sale().stamp());
        whole.shipments().forEach(each -> add(all, each.stamp()));
        whole.invoices().forEach(each -> add(all, each.stamp()));
        all.append(back.version());
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(StringBuilder all, Stamp stamp) {
        all.append(stamp.model())
                .append(',')
                .append(stamp.id())
                .append('@')
                .append(stamp.value())
                .append(';');
    }
}
