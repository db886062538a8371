package io.switchboard.connector.testkit;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.Stamps.Behaviour;
import java.time.Clock;
import java.util.Optional;

class StampsContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new Stamps(Behaviour.GOOD, Clock.systemUTC());
    }

    @Override
    protected Optional<Connector> hanging() {
        return Optional.of(new Stamps(Behaviour.HANGS, Clock.systemUTC()));
    }
}
