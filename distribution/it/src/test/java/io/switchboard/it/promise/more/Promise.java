package io.switchboard.it.promise.more;

import static io.switchboard.connector.Audience.STAFF;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;

/** Says again what it is told. */
@Component(service = Connector.class)
@ConnectorType(id = "promise", version = 1, title = "Promise", zh = "承诺")
@Describe(en = "Says again what it is told.", zh = "重复所说的话。")
public final class Promise implements Connector {
    record Ask(String word) {}

    record Given(String word, Optional<String> more) {}

    @Operation(id = "word.give", effect = READ, audience = STAFF, scope = "promise.use")
    @Describe(en = "Gives a word.", zh = "给出承诺。")
    Given give(Ask ask) {
        return new Given(ask.word(), Optional.empty());
    }

    @Operation(id = "word.keep", effect = READ, audience = STAFF, scope = "promise.use")
    @Describe(en = "Keeps a word.", zh = "信守承诺。")
    Given keep(Ask ask) {
        return new Given(ask.word(), Optional.empty());
    }
}
