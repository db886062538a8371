package io.switchboard.backends.internal.client;

import io.switchboard.backends.internal.client.AttemptFailure.Kind;
import io.switchboard.connector.http.HttpAnswer;
import io.switchboard.connector.http.HttpQuestion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells whether what came is an answer to the question. */
final class Answers {
    private static final Set<String> XML = Set.of("application/xml", "text/xml");

    private Answers() {}

    static HttpAnswer of(HttpResponse<byte[]> response, HttpQuestion question, Endpoint endpoint)
            throws AttemptFailure {
        if (!question.accepts(response.statusCode())) {
            throw AttemptFailure.status(response.statusCode(), retryAfter(response));
        }
        HttpAnswer.Builder builder =
                HttpAnswer.builder(response.statusCode()).body(response.body()).endpoint(endpoint.address());
        response.headers().map().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        HttpAnswer answer = builder.build();
        if (answer.length() > 0) {
            requireReadable(answer, question);
        }
        return answer;
    }

    private static void requireReadable(HttpAnswer answer, HttpQuestion question) throws AttemptFailure {
        String encoding = answer.header("Content-Encoding").orElse("identity");
        boolean asked = question.headers().keySet().stream().anyMatch("Accept-Encoding"::equalsIgnoreCase);
        if (!asked && !encoding.equalsIgnoreCase("identity")) {
            throw AttemptFailure.of(Kind.NO_ANSWER, Words.PACKED, null);
        }
        Optional<String> expected = question.expected();
        if (expected.isPresent() && !fits(answer.mediaType(), expected.get())) {
            throw AttemptFailure.of(Kind.NO_ANSWER, wrongType(answer.mediaType(), expected.get()), null);
        }
    }

    private static boolean fits(String given, String expected) {
        return given.equals(expected)
                || (expected.equals("application/json") && given.endsWith("+json"))
                || (expected.equals("application/xml") && (XML.contains(given) || given.endsWith("+xml")));
    }

    /** What a backend says goes into logs only where it is what it should be. */
    private static Words wrongType(String given, String expected) {
        String shown = given.matches("[a-z0-9!#$&^_.+/-]{3,60}") ? given : "?";
        return new Words("its answer is " + shown + " and not " + expected, "应答类型为 " + shown + "，而不是 " + expected);
    }

    /** In seconds; the form with a date is left alone, for clocks differ. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> text.matches("[0-9]{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
