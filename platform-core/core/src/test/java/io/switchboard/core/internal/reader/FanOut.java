package io.switchboard.core.internal.reader;

import static io.switchboard.connector.Audience.PUBLIC;
import static io.switchboard.connector.Effect.READ;

import io.switchboard.connector.Connector;
import io.switchboard.connector.ConnectorType;
import io.switchboard.connector.Describe;
import io.switchboard.connector.Operation;
import java.util.Optional;

/** Ten records of ten records of ten, and a chain of them that does not end soon enough. */
@ConnectorType(id = "fan", version = 1, title = "Fan", zh = "扇")
@Describe(en = "Fans out.", zh = "扇形展开。")
public final class FanOut implements Connector {
    record A(B a, B b, B c, B d, B e, B f, B g, B h, B i, B j) {}

    record B(C a, C b, C c, C d, C e, C f, C g, C h, C i, C j) {}

    record C(D a, D b, D c, D d, D e, D f, D g, D h, D i, D j) {}

    record D(E a, E b, E c, E d, E e, E f, E g, E h, E i, E j) {}

    record E(F a, F b, F c, F d, F e, F f, F g, F h, F i, F j) {}

    record F(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) {}

    record L1(Optional<L2> in) {}

    record L2(L3 in) {}

    record L3(L4 in) {}

    record L4(L5 in) {}

    record L5(L6 in) {}

    record L6(L7 in) {}

    record L7(L8 in) {}

    record L8(L9 in) {}

    record L9(L10 in) {}

    record L10(L11 in) {}

    record L11(int a) {}

    @Operation(id = "wide", effect = READ, audience = PUBLIC, scope = "fan.read")
    @Describe(en = "Wide.", zh = "宽。")
    A wide(A input) {
        return input;
    }

    @Operation(id = "deep", effect = READ, audience = PUBLIC, scope = "fan.read")
    @Describe(en = "Deep.", zh = "深。")
    L1 deep() {
        return new L1(Optional.empty());
    }
}
