package io.switchboard.rest.internal.door;

/**
 * The settings of REST, within their bounds. Immutable.
 *
 * @param bodyLimit the most bytes of a request's body
 * @param answerLimit the most bytes of an answer
 * @param docsPublic whether anybody may read the OpenAPI document
 * @param metricsAccess who may read the metrics
 * @param eventStreams how many streams of events there may be
 */
record RestSettings(int bodyLimit, int answerLimit, boolean docsPublic, MetricsAccess metricsAccess, int eventStreams) {
    /** Who may read the metrics. */
    enum MetricsAccess {
        /** Whoever holds the scope of administration. */
        TOKEN,
        /** And whoever asks from this machine, not by way of a proxy. */
        LOOPBACK,
        /** Anybody. */
        PUBLIC
    }

    private static final int MOST_STREAMS = 5_000;
    private static final int LEAST_BODY = 1024;
    private static final int MOST_BODY = 16 * 1024 * 1024;
    private static final int LEAST_ANSWER = 64 * 1024;
    private static final int MOST_ANSWER = 64 * 1024 * 1024;

    static RestSettings of(RestConfig config) {
        return new RestSettings(
                clamp(config.body_limit(), LEAST_BODY, MOST_BODY),
                clamp(config.answer_limit(), LEAST_ANSWER, MOST_ANSWER),
                config.docs_public(),
                switch (config.metrics_access()) {
                    case "public" -> MetricsAccess.PUBLIC;
                    case "loopback" -> MetricsAccess.LOOPBACK;
                    // A word that nobody knows opens nothing.
                    default -> MetricsAccess.TOKEN;
                },
                clamp(config.events_streams(), 0, MOST_STREAMS));
    }

    private static int clamp(int value, int least, int most) {
        return Math.max(least, Math.min(most, value));
    }
}
