package io.switchboard.security.internal.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.switchboard.core.health.HealthCheck.Status;
import io.switchboard.security.internal.key.KeyRing;
import io.switchboard.security.internal.role.RoleBook;
import io.switchboard.security.internal.token.HubIdentity;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityHealthTest {
    @Test
    void itNamesWhatIsMissing(@TempDir Path home) throws InterruptedException {
        SecurityHealth health = new SecurityHealth();
        assertNotReady(health, "issuer");
        health.hub = new HubIdentity("https://hub.example.com");
        assertNotReady(health, "signing key");
        health.keys = new KeyRing(home);
        health.keys.await();
        health.roles = new RoleBook(Map.of());
        assertNotReady(health, "roles");
        health.roles = new RoleBook(Map.of("role.a.scopes", "crm.read"));
        assertNotReady(health, "store");
    }

    @Test
    void anIssuerIsAnAddressWithoutPath() {
        for (String wrong : new String[] {
            "hub", "ftp://hub", "https://hub/", "https://hub/x", "https://hub?x", "https://a@hub", "https://hub#x", "::"
        }) {
            assertThrows(IllegalArgumentException.class, () -> new HubIdentity(wrong), wrong);
        }
        assertEquals("https://hub.example.com:8443", new HubIdentity(" https://hub.example.com:8443 ").issuer());
    }

    private static void assertNotReady(SecurityHealth health, String about) {
        Status status = health.check();
        assertTrue(!status.ready() && status.message().contains(about), status::message);
    }
}
