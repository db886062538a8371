package io.switchboard.bench.slow.internal;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.CallContext;
import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import io.switchboard.connector.Range;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpBackend;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpBackends;
import io.switchboard.connector.http.HttpQuestion;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Asks a system that takes as long as it is asked to. */
@Component(service = Connector.class, configurationPid = "slow", configurationPolicy = ConfigurationPolicy.REQUIRE)
@ConnectorType(id = "slow", version = 1, title = "Slow", zh = "慢速系统")
@Describe(en = "Asks a system that takes its time.", zh = "查询响应缓慢的系统。")
public final class Slow implements Connector {
    private final HttpBackend backend;

    /** What is asked. */
    record Question(
            @Describe(en = "How long it may take, in milliseconds.", zh = "应答所需的毫秒数。") @Range(min = 0, max = 9000)
            int millis) {}

    /** What came. */
    record Answered(
            @Describe(en = "How many bytes.", zh = "字节数。") int bytes) {}

    /** Opens the system, as its settings say. */
    @Activate
    public Slow(@Reference HttpBackends backends, Map<String, Object> properties) {
        backend = backends.open(HttpBackendSettings.from("slow", properties));
    }

    @Operation(id = "answer.get", http = "GET /answer", effect = READ, audience = STAFF, scope = "slow.read")
    @Describe(en = "Waits for its answer.", zh = "等待应答。")
    Answered answer(Question question, CallContext call) {
        HttpAnswer answer = backend.send(
                HttpQuestion.get("/answer")
                        .query("millis", question.millis())
                        .expect("application/json")
                        .build(),
                call);
        return new Answered(answer.length());
    }

    @Deactivate
    void stop() {
        backend.close();
    }
}
