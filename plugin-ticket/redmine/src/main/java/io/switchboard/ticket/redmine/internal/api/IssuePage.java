package io.switchboard.ticket.redmine.internal.api;

import java.util.List;

/**
 * One part of a listing. Immutable.
 *
 * @param issues the rows
 * @param total how many there are in all
 */
public record IssuePage(List<Issue> issues, long total) {
    /** The most rows that Redmine gives at once, whatever it is asked for. */
    public static final int MOST = 100;

    /** Copies the rows. */
    public IssuePage {
        issues = List.copyOf(issues);
    }
}
