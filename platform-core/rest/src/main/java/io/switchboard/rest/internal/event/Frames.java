package io.switchboard.rest.internal.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.switchboard.core.event.HeardEvent;
import io.switchboard.core.value.JsonOutput;
import java.io.ByteArrayOutputStream;

/** What stands in a stream of server-sent events (WHATWG HTML, 9.2). */
final class Frames {
    /** How a stream begins: when it ends, come again after two seconds. */
    static final byte[] BEGIN = "retry: 2000\n\n".getBytes(UTF_8);

    /** Some events were forgotten before they could be told. */
    static final byte[] MISSED = "event: missed\ndata: {}\n\n".getBytes(UTF_8);

    private Frames() {}

    /** An event. Its JSON is one line. */
    static byte[] of(HeardEvent event) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.writeBytes(("id: " + event.cursor() + "\ndata: ").getBytes(UTF_8));
        try (JsonOutput json = new JsonOutput(frame)) {
            event.write(json);
        }
        frame.writeBytes("\n\n".getBytes(UTF_8));
        return frame.toByteArray();
    }

    /** That the stream is alive, and where to go on after what this caller does not hear of. */
    static byte[] heartbeat(String cursor) {
        return (cursor.isEmpty() ? ":\n\n" : ":\nid: " + cursor + "\n\n").getBytes(UTF_8);
    }
}
