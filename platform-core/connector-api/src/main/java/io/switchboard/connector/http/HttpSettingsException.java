package io.switchboard.connector.http;

import java.util.List;

/** The settings of a backend have mistakes: all of them at once, in English and Chinese. Tells no credential. */
public final class HttpSettingsException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Mistake> mistakes;

    /**
     * One mistake. Immutable.
     *
     * @param key the setting it is about
     * @param en what is wrong and what to write instead
     * @param zh the same in Chinese
     */
    public record Mistake(String key, String en, String zh) {
        @Override
        public String toString() {
            return key + ": " + en + " / " + zh;
        }
    }

    /** Says what is wrong with the settings of a backend. */
    public HttpSettingsException(String backend, List<Mistake> mistakes) {
        super("The backend " + backend + " cannot be opened / 无法打开后端 " + backend + ": "
                + String.join("; ", mistakes.stream().map(Mistake::toString).toList()));
        this.mistakes = List.copyOf(mistakes);
    }

    /** What is wrong, each once. */
    public List<Mistake> mistakes() {
        return mistakes;
    }
}
