package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;

/** A system that has something to say in timelines. */
interface TimelineSource {
    /** The newest first; stable under paging while others are added. */
    Page<TimelineItem> read(TimelineQuery query, PageRequest page);
}
