package io.switchboard.deployments.internal;

import io.switchboard.connector.Connector;
import io.switchboard.connector.testkit.ConnectorContract;
import io.switchboard.core.takeover.BundleReview;
import io.switchboard.core.takeover.Takeover;
import java.time.Duration;
import java.util.List;

class QuarantineContractTest extends ConnectorContract {
    @Override
    protected Connector connector() {
        return new QuarantineConnector(new Takeover() {
            @Override
            public void hold(long bundle) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void admit(long bundle) {
                throw new UnsupportedOperationException();
            }

            @Override
            public BundleReview review(long bundle) {
                return new BundleReview(bundle, List.of(), List.of());
            }

            @Override
            public long rules() {
                return 0;
            }

            @Override
            public boolean release(String connector) {
                return connector.equals("loyalty.v1");
            }

            @Override
            public boolean awaitCallsUnderWay(Duration most) {
                return true;
            }
        });
    }
}
