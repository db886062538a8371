package io.switchboard.security.internal.oauth;

import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.key.SigningKey;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardContextSelect;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /oauth2/jwks}: the public keys by which others can check the hub's tokens (RFC 7517). */
@Component(service = Servlet.class)
@HttpWhiteboardContextSelect("(osgi.http.whiteboard.context.name=" + OAuthContext.NAME + ")")
@HttpWhiteboardServletPattern("/jwks")
public final class JwksServlet extends PublicDocument {
    private static final long serialVersionUID = 1L;

    private final transient KeyRing keys;

    /** Of the hub's keys. */
    @Activate
    public JwksServlet(@Reference KeyRing keys) {
        this.keys = keys;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Map<String, String>> all =
                keys.all().stream().map(JwksServlet::key).toList();
        // While there are none yet, nobody may remember that there are none.
        String kept = all.isEmpty() ? Answers.NEVER_KEPT : Answers.KEPT_A_WHILE;
        Answers.json(response, HttpServletResponse.SC_OK, kept, Map.of("keys", all));
    }

    private static Map<String, String> key(SigningKey key) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("kty", "RSA");
        members.put("use", "sig");
        members.put("alg", SigningKey.ALGORITHM);
        members.put("kid", key.id());
        members.put("n", key.modulus());
        members.put("e", key.exponent());
        return members;
    }
}
