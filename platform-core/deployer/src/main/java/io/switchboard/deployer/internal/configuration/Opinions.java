package io.switchboard.deployer.internal.configuration;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the components say of the configurations that they are given. */
public interface Opinions {
    /** Where nobody says anything. */
    Opinions NONE = new Opinions() {
        @Override
        public String mistake(String pid, Map<String, Object> values, UnaryOperator<String> written) {
            return "";
        }

        @Override
        public Verdict verdict(String pid, Map<String, Object> values) {
            return Verdict.UNKNOWN;
        }

        @Override
        public List<String> doubts(String pid, Map<String, Object> values) {
            return List.of();
        }
    };

    /** The same as they are at this moment, for many questions at once. */
    default Opinions now() {
        return this;
    }

    /**
     * How it went with certain values.
     *
     * @param worked whether a component runs with them
     * @param failure of what one failed that has them; empty where none did
     */
    record Verdict(boolean worked, String failure) {
        static final Verdict UNKNOWN = new Verdict(false, "");
    }

    /**
     * The first value that cannot be what it has to be, with its key.
     *
     * @param written gives what a file has for a key: what is put in for a reference may be a secret
     * @return empty where nothing is wrong, or nobody knows yet
     */
    String mistake(String pid, Map<String, Object> values, UnaryOperator<String> written);

    /** How it went; a component that still has other values does not count. */
    Verdict verdict(String pid, Map<String, Object> values);

    /** What has no effect, a sentence each; of what belongs to the hub itself only. */
    List<String> doubts(String pid, Map<String, Object> values);
}
