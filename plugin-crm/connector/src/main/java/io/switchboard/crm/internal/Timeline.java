package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Merges the rows of several sources, the newest first, so that paging through them loses none and gives none twice. */
final class Timeline {
    private final List<Lane> lanes;
    private final int limit;

    private Timeline(List<Lane> lanes, int limit) {
        this.lanes = lanes;
        this.limit = limit;
    }

    /**
     * One page.
     *
     * @param names the sources to begin with, where this is the first page; later ones go on with those of the first
     * @param sources gives a source by its name
     */
    static Page<TimelineItem> read(
            TimelineQuery query, PageRequest page, List<String> names, Function<String, TimelineSource> sources) {
        List<LanePosition> positions = page.cursor()
                .map(TimelineCursor::read)
                .orElseGet(() -> names.stream()
                        .map(name -> LanePosition.at(name, Optional.empty()))
                        .toList());
        // One more than wanted: then a single read mostly tells that there is another page.
        int size = Math.min(page.limit() + 1, PageRequest.MAX_LIMIT);
        List<Lane> lanes = positions.stream()
                .map(position -> new Lane(sources.apply(position.lane()), query, size, position))
                .toList();
        return new Timeline(lanes, page.limit()).merged();
    }

    private Page<TimelineItem> merged() {
        List<TimelineItem> items = new ArrayList<>();
        Lane newest = newest();
        while (newest != null && items.size() < limit) {
            items.add(newest.take());
            newest = newest();
        }
        if (newest == null) {
            return Page.last(items);
        }
        long lastAt = items.get(items.size() - 1).at().toEpochMilli();
        List<LanePosition> going = lanes.stream()
                .filter(lane -> lane.peek() != null)
                .map(lane -> lane.position().notAbove(lastAt))
                .toList();
        return Page.of(items, Optional.of(TimelineCursor.write(going)));
    }

    /** Of rows of the same time, that of the first lane. */
    private @Nullable Lane newest() {
        Lane newest = null;
        TimelineItem first = null;
        for (Lane lane : lanes) {
            TimelineItem row = lane.peek();
            if (row != null && (first == null || row.at().isAfter(first.at()))) {
                newest = lane;
                first = row;
            }
        }
        return newest;
    }
}
