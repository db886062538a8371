package io.switchboard.rest.internal.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.switchboard.connector.Assurance;
import io.switchboard.core.descriptor.OperationDescriptor;
import io.switchboard.rest.internal.sample.Shop;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static OperationDescriptor asking(Assurance assurance) {
        OperationDescriptor get = Shop.GET;
        return new OperationDescriptor(
                get.connector(),
                get.version(),
                get.id(),
                get.route(),
                get.effect(),
                get.audience(),
                get.scope(),
                get.deadline(),
                get.repeat(),
                get.idempotent(),
                get.probed(),
                assurance,
                get.approval(),
                get.since(),
                get.deprecated(),
                get.description(),
                get.failures(),
                get.input(),
                get.result());
    }

    @Test
    void assuranceIsNamedAsTokensHaveIt() {
        assertEquals(new Needs(Shop.GET.scope(), ""), Needs.of(asking(Assurance.TOKEN)));
        assertEquals("signed-in", Needs.of(asking(Assurance.SIGNED_IN)).assurance());
        assertEquals("stepped-up", Needs.of(asking(Assurance.STEPPED_UP)).assurance());
    }
}
