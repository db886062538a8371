package io.switchboard.it.promise.broken;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import org.osgi.service.component.annotations.Component;

/** Says again what it is told. */
@Component(service = Connector.class)
@ConnectorType(id = "promise", version = 1, title = "Promise", zh = "承诺")
@Describe(en = "Says again what it is told.", zh = "重复所说的话。")
public final class Promise implements Connector {
    record Ask(String word, String reason) {}

    record Given(String word) {}

    @Operation(id = "word.give", effect = READ, audience = STAFF, scope = "promise.use")
    @Describe(en = "Gives a word.", zh = "给出承诺。")
    Given give(Ask ask) {
        return new Given(ask.word());
    }
}
