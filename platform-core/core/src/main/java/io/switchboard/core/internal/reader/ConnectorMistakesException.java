package io.switchboard.core.internal.reader;

import java.util.List;

/** A connector is not written as it must be, and is not offered. */
public final class ConnectorMistakesException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String connector;
    private final transient List<String> mistakes;

    ConnectorMistakesException(String connector, List<String> mistakes) {
        super(connector + " has " + mistakes.size() + (mistakes.size() == 1 ? " mistake:" : " mistakes:")
                + mistakes.stream().map(each -> "\n  - " + each).reduce("", String::concat));
        this.connector = connector;
        this.mistakes = List.copyOf(mistakes);
    }

    /** The connector's name, as far as it has one. */
    public String connector() {
        return connector;
    }

    /** All that is wrong, each with class and member. */
    public List<String> mistakes() {
        return mistakes;
    }
}
