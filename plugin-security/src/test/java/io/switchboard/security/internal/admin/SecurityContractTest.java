package io.switchboard.security.internal.admin;

import io.switchboard.connector.Connector;
import io.switchboard.connector.Principal;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.security.internal.TestHub;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SecurityContractTest extends ConnectorContract {
    @TempDir
    Path folder = Path.of("");

    @Override
    protected Connector connector() {
        try {
            TestHub hub = new TestHub(Files.createTempDirectory(folder, "hub"));
            hub.client("admin", Principal.Kind.ASSIST, "administrator");
            return new SecurityConnector(
                    hub.clients, hub.enrolment, hub.roles, hub.clientKeys, hub.revocations, hub.keys);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
