package io.switchboard.http.internal.edge;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What every answer says to browsers: that it is data, for nobody else to keep, and no page. A servlet that serves pages says otherwise. */
public final class SecurityHeaders {
    private static final List<HttpField> ALWAYS = List.of(
            new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store"),
            new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
            new PreEncodedHttpField("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
            new PreEncodedHttpField("Referrer-Policy", "no-referrer"));

    private static final HttpField ONLY_TLS =
            new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");

    private SecurityHeaders() {}

    /**
     * Adds them to an answer that has none of them yet, and so without a look at each header that it has.
     *
     * @param secure whether the caller came by TLS; only then may it be told to come by nothing else
     */
    static void add(HttpFields.Mutable headers, boolean secure) {
        for (HttpField field : ALWAYS) {
            headers.add(field);
        }
        if (secure) {
            headers.add(ONLY_TLS);
        }
    }

    /** The same for an answer that may have some of them. */
    public static void put(HttpFields.Mutable headers, boolean secure) {
        for (HttpField field : ALWAYS) {
            headers.put(field);
        }
        if (secure) {
            headers.put(ONLY_TLS);
        }
    }
}
