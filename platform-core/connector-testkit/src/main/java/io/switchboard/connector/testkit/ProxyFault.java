package io.switchboard.connector.testkit;

import io.switchboard.connector.testkit.internal.Conversations.Question;
import io.switchboard.connector.testkit.internal.RealAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * What a {@link FaultyProxy} does with one question. Which of them it is decides whether the system behind has heard of the question at all.
 * Immutable.
 */
public final class ProxyFault {
    /** Question in, answer out. */
    private interface Way {
        FaultyAnswer go(URI system, Question question) throws IOException;
    }

    private static final ProxyFault NONE = answer(UnaryOperator.identity());

    private final Way way;

    private ProxyFault(Way way) {
        this.way = way;
    }

    /** None: the question goes to the system, and its answer comes back as it is. */
    public static ProxyFault none() {
        return NONE;
    }

    /** The system hears nothing of the question, and this comes in its place: {@link FaultyAnswer#closed()}, say. */
    public static ProxyFault before(FaultyAnswer instead) {
        return new ProxyFault((system, question) -> instead);
    }

    /** Half of the question goes to the system; then both connections end. */
    public static ProxyFault halfAsked() {
        return new ProxyFault((system, question) -> {
            RealAnswer.askByHalf(system, question);
            return FaultyAnswer.closed();
        });
    }

    /** The system does what it was asked, and this comes in place of its answer: {@link FaultyAnswer#closed()}, say. */
    public static ProxyFault after(FaultyAnswer instead) {
        return answer(real -> instead);
    }

    /** The system does what it was asked, and something becomes of its answer: {@code FaultyAnswer::cut}, say. */
    public static ProxyFault answer(UnaryOperator<FaultyAnswer> becomes) {
        return new ProxyFault((system, question) -> {
            RealAnswer real = RealAnswer.ask(system, question);
            return becomes.apply(FaultyAnswer.of(real.head(), real.headers(), real.body()));
        });
    }

    FaultyAnswer on(URI system, Question question) throws IOException {
        return way.go(system, question);
    }
}
