package io.switchboard.it.remote;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import io.switchboard.connector.check.BackendCheck;
import io.switchboard.connector.check.CheckFinding;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.connector.http.HttpQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Says the word that the system behind says. */
@ConnectorType(id = "remote", version = 1, title = "A system elsewhere", zh = "外部系统")
@Describe(en = "What a system elsewhere says.", zh = "外部系统的应答。")
@Component(
        service = {Connector.class, BackendCheck.class},
        configurationPid = "io.switchboard.it.remote",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Remote implements Connector, BackendCheck {
    private static final HttpQuestion WORD = HttpQuestion.get("/word").build();

    private final HttpBackend backend;

    record Word(@Describe(en = "The word.", zh = "应答内容。") String word) {}

    @Activate
    public Remote(@Reference HttpBackends backends, Map<String, Object> properties) {
        backend = backends.open(HttpBackendSettings.from("remote", properties));
    }

    @Operation(id = "word.get", http = "GET /word", effect = READ, audience = STAFF, scope = "remote.read")
    @Describe(en = "The word.", zh = "应答。")
    Word word(CallContext call) {
        return new Word(backend.send(WORD, call).text());
    }

    @Override
    public String backend() {
        return "remote";
    }

    @Override
    public List<CheckFinding> check(Duration atMost) {
        String word = backend.send(WORD, atMost).text();
        return List.of(
                word.isEmpty()
                        ? CheckFinding.fault("It says nothing.", "没有应答内容。")
                        : CheckFinding.right("It says something.", "有应答内容。"));
    }

    @Deactivate
    void stop() {
        backend.close();
    }
}
