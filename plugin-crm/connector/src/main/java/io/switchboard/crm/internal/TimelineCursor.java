package io.switchboard.crm.internal;

import io.switchboard.connector.ConnectorException;
import io.switchboard.connector.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the positions of all lanes into one text and reads them back. */
final class TimelineCursor {
    private static final String FIRST = "-";
    private static final String LATER = "+";

    private TimelineCursor() {}

    static String write(List<LanePosition> positions) {
        StringBuilder out = new StringBuilder();
        for (LanePosition position : positions) {
            field(out, position.lane());
            field(out, position.start().map(LATER::concat).orElse(FIRST));
            field(out, position.lastId());
            field(out, Long.toString(position.lastAt(), Character.MAX_RADIX));
        }
        return out.toString();
    }

    static List<LanePosition> read(String cursor) {
        try {
            List<LanePosition> positions = new ArrayList<>();
            Fields fields = new Fields(cursor);
            while (fields.more()) {
                String lane = fields.next();
                String start = fields.next();
                positions.add(new LanePosition(
                        lane,
                        start.equals(FIRST) ? Optional.empty() : Optional.of(start.substring(LATER.length())),
                        fields.next(),
                        Long.parseLong(fields.next(), Character.MAX_RADIX)));
            }
            return positions;
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw ConnectorException.of(ErrorCode.INVALID_ARGUMENTS).causedBy(e).at("cursor");
        }
    }

    /** The length says where a field ends, since a source's cursor may hold anything. */
    private static void field(StringBuilder out, String text) {
        out.append(text.length()).append(':').append(text);
    }

    private static final class Fields {
        private final String text;
        private int at;

        Fields(String text) {
            this.text = text;
        }

        boolean more() {
            return at < text.length();
        }

        String next() {
            int colon = text.indexOf(':', at);
            int length = Integer.parseInt(text, at, colon, 10);
            at = colon + 1 + length;
            return text.substring(colon + 1, at);
        }
    }
}
