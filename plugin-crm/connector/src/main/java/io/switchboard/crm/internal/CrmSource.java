package io.switchboard.crm.internal;

import io.switchboard.connector.Page;
import io.switchboard.connector.PageRequest;
import io.switchboard.crm.spi.CustomerBackend;
import io.switchboard.crm.spi.Entry;
import io.switchboard.crm.spi.EntryQuery;
import java.util.Optional;

/** What the CRM itself has to say in timelines. */
record CrmSource(String instance, CustomerBackend backend) implements TimelineSource {
    @Override
    public Page<TimelineItem> read(TimelineQuery query, PageRequest page) {
        Page<Entry> entries = backend.entries(
                new EntryQuery(
                        query.customerId(),
                        query.kind().flatMap(TimelineKind::entryKind),
                        query.from(),
                        query.before()),
                page);
        return Page.of(entries.items().stream().map(this::item).toList(), entries.next());
    }

    private TimelineItem item(Entry entry) {
        return new TimelineItem(
                instance + "~" + entry.id(),
                entry.customerId(),
                TimelineKind.of(entry.kind()),
                entry.at(),
                Optional.of(entry.channel()).filter(channel -> !channel.isEmpty()),
                entry.subject(),
                Optional.of(entry.text()).filter(text -> !text.isEmpty()),
                entry.status());
    }
}
