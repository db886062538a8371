package io.switchboard.connector.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a {@link FaultyServer} or a {@link FaultyProxy} does with one question. Immutable: each method gives a new one. */
public final class FaultyAnswer {
    private static final int SPOILT_EVERY = 7;

    private final Act act;
    private final String head;
    private final List<String> headers;
    private final byte[] body;
    private final Duration wait;
    private final Duration drip;

    /** What becomes of the answer. */
    enum Act {
        /** It goes out as it is. */
        WHOLE,
        /** It ends in the middle of its body. */
        HALF,
        /** Its body has no end. */
        ENDLESS,
        /** Nothing comes, and the connection stays open. */
        SILENT,
        /** Nothing comes, and the connection ends. */
        CLOSED,
        /** What comes is no HTTP. */
        GARBLED
    }

    private FaultyAnswer(Act act, String head, List<String> headers, byte[] body, Duration wait, Duration drip) {
        this.act = act;
        this.head = head;
        this.headers = headers;
        this.body = body;
        this.wait = wait;
        this.drip = drip;
    }

    /** A sound answer. */
    public static FaultyAnswer of(int status, String contentType, String body) {
        FaultyAnswer bare = new FaultyAnswer(
                Act.WHOLE,
                "HTTP/1.1 " + status + " X",
                List.of(),
                body.getBytes(StandardCharsets.UTF_8),
                Duration.ZERO,
                Duration.ZERO);
        return contentType.isEmpty() ? bare : bare.header("Content-Type", contentType);
    }

    /** What a real system answered. */
    static FaultyAnswer of(String head, List<String> headers, byte[] body) {
        return new FaultyAnswer(Act.WHOLE, head, List.copyOf(headers), body, Duration.ZERO, Duration.ZERO);
    }

    /** A sound answer in JSON. */
    public static FaultyAnswer json(String body) {
        return of(200, "application/json", body);
    }

    /** A status without a body. */
    public static FaultyAnswer status(int status) {
        return of(status, "", "");
    }

    /** A page for people with status 200, as proxies and systems under maintenance send it. */
    public static FaultyAnswer html() {
        return of(200, "text/html; charset=utf-8", "<html><body>Back soon.</body></html>");
    }

    /** Never an answer; the connection stays open until the server ends. */
    public static FaultyAnswer silent() {
        return status(200).as(Act.SILENT);
    }

    /** The connection ends before a byte of an answer. */
    public static FaultyAnswer closed() {
        return status(200).as(Act.CLOSED);
    }

    /** Bytes that are no HTTP. */
    public static FaultyAnswer garbled() {
        return status(200).as(Act.GARBLED);
    }

    /** A body that has no end, sent as fast as it is taken. */
    public static FaultyAnswer endless() {
        return json("").as(Act.ENDLESS);
    }

    /** The same, whose connection ends in the middle of the body. */
    public FaultyAnswer cut() {
        return as(Act.HALF);
    }

    /** The same, with the first byte of its body and some of the others no longer what they were. */
    public FaultyAnswer spoilt() {
        byte[] other = body.clone();
        for (int i = 0; i < other.length; i += SPOILT_EVERY) {
            // Stands in no text.
            other[i] = (byte) 0xff;
        }
        return new FaultyAnswer(act, head, headers, other, wait, drip);
    }

    /** The same, after a time. */
    public FaultyAnswer after(Duration time) {
        return new FaultyAnswer(act, head, headers, body, time, drip);
    }

    /** The same, its body byte by byte with a time between them. */
    public FaultyAnswer dripping(Duration between) {
        return new FaultyAnswer(act, head, headers, body, wait, between);
    }

    /** The same with one more header. */
    public FaultyAnswer header(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new FaultyAnswer(act, head, List.copyOf(more), body, wait, drip);
    }

    private FaultyAnswer as(Act other) {
        return new FaultyAnswer(other, head, headers, body, wait, drip);
    }

    Act act() {
        return act;
    }

    byte[] head() {
        StringBuilder text = new StringBuilder(head).append("\r\n");
        headers.forEach(each -> text.append(each).append("\r\n"));
        if (act == Act.ENDLESS) {
            text.append("Content-Length: ").append(Long.MAX_VALUE).append("\r\n");
        } else if (!head.contains(" 204 ") && !head.contains(" 304 ")) {
            text.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    byte[] body() {
        return body;
    }

    Duration pause() {
        return wait;
    }

    Optional<Duration> drip() {
        return drip.isZero() ? Optional.empty() : Optional.of(drip);
    }
}
