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
 * page began and the last row it gave of it; to go on it reads the page again and passes over what was given, and over what has come in
 * on top since.
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
    /** Whether what was given, or is too new, is still being passed over. */
    private boolean passing;

    Lane(TimelineSource source, TimelineQuery query, int size, LanePosition position) {
        this.source = source;
        this.query = query;
        this.size = size;
        this.position = position;
        this.passing = position.lastAt() < Long.MAX_VALUE;
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
            Page<TimelineItem> page = source.read(query, PageRequest.of(position.start(), size));
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
            long at = row.at().toEpochMilli();
            if (row.entryId().equals(position.lastId())) {
                passing = false;
                return i + 1;
            }
            if (at < position.lastAt()
                    || (at == position.lastAt() && position.lastId().isEmpty())) {
                older = i;
            }
        }
        // With older rows on the page, the last row given is not to be met any more: it was deleted.
        passing = older == rows.size();
        return older;
    }
}
