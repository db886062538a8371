package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One source's rows, in their order. Not for several threads.
 *
 * <p>A merged page mostly ends in the middle of a source's page, for which the source has no cursor. So a lane remembers where that
 * page began and the last row it gave of it; to go on it reads the page again and passes over what was given. Rows that have come
 * in on top since are newer than that row, and passed over with the rest.
 */
final class Lane {
    private final TimelineSource source;
    private final TimelineQuery query;
    private final int size;

    private LanePosition position;
    private Optional<String> next = Optional.empty();
    private List<TimelineItem> rows = List.of();
    private int given;
    private boolean begun;
    /** Whether the last row given is still to be met. */
    private boolean passing;

    Lane(TimelineSource source, TimelineQuery query, int size, LanePosition position) {
        this.source = source;
        this.query = query;
        this.size = size;
        this.position = position;
        this.passing = !position.lastId().isEmpty();
    }

    /** The newest row not given yet; null at the end. */
    @Nullable
    TimelineItem peek() {
        while (given == rows.size()) {
            if (begun) {
                if (next.isEmpty()) {
                    return null;
                }
                position = passing
                        ? new LanePosition(position.lane(), next, position.lastId(), position.lastAt())
                        : LanePosition.at(position.lane(), next);
            }
            Page<TimelineItem> page = source.read(query, new PageRequest(position.start(), size));
            begun = true;
            rows = page.items();
            next = page.next();
            given = passing ? passOver() : 0;
        }
        return rows.get(given);
    }

    /** Gives the row that {@link #peek} showed. */
    TimelineItem take() {
        TimelineItem row = rows.get(given);
        given++;
        position = new LanePosition(
                position.lane(), position.start(), row.entryId(), row.at().toEpochMilli());
        return row;
    }

    /** From where to go on. */
    LanePosition position() {
        return position;
    }

    private int passOver() {
        int older = rows.size();
        for (int i = rows.size() - 1; i >= 0; i--) {
            TimelineItem row = rows.get(i);
            if (row.entryId().equals(position.lastId())) {
                passing = false;
                return i + 1;
            }
            if (row.at().toEpochMilli() < position.lastAt()) {
                older = i;
            }
        }
        // The row itself has been deleted where older ones are here already.
        passing = older == rows.size();
        return older;
    }
}
