package io.switchboard.ticket.redmine.internal.api;

import io.switchboard.connector.http.HttpQuestion;
import io.switchboard.connector.http.HttpQuestionBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which issues are wanted. In Redmine's long form, since in the short one a value may begin with an operator: {@code cf_1=*} gives
 * everybody's. Redmine ignores a filter that it does not know, so whoever asks looks at every row again. Not safe for use from several
 * threads.
 */
public final class IssueFilter {
    private final long project;
    private final List<String[]> query = new ArrayList<>();
    private String sort = "id:desc";

    /** All issues of a project, the newest first. */
    public IssueFilter(long project) {
        this.project = project;
        // Without one on the state, Redmine leaves out the closed ones.
        add("status_id", "*");
    }

    /** Those with one value in a custom field. */
    public IssueFilter field(long number, String value) {
        return add("cf_" + number, "=", value);
    }

    /** Those with one of several values in a custom field. */
    public IssueFilter field(long number, Collection<String> values) {
        return add("cf_" + number, "=", values.toArray(String[]::new));
    }

    /** Those in one of some states. */
    public IssueFilter statuses(Collection<Long> numbers) {
        query.removeIf(each -> each[1].equals("status_id") || each[0].contains("[status_id]"));
        return add("status_id", "=", numbers.stream().map(String::valueOf).toArray(String[]::new));
    }

    /** Those up to a number. */
    public IssueFilter upTo(long number) {
        return add("issue_id", "<=", Long.toString(number));
    }

    /** Those made from one time up to another. */
    public IssueFilter created(Optional<Instant> from, Optional<Instant> until) {
        return between("created_on", from, until);
    }

    /** Those changed at or after a time, the one that was changed first before the others. */
    public IssueFilter updatedSince(Instant from) {
        sort = "updated_on,id";
        return between("updated_on", Optional.of(from), Optional.empty());
    }

    /** All of them, the one that was changed last before the others. */
    public IssueFilter lastUpdatedFirst() {
        sort = "updated_on:desc,id:desc";
        return this;
    }

    private IssueFilter between(String name, Optional<Instant> from, Optional<Instant> until) {
        if (from.isPresent() && until.isPresent()) {
            return add(name, "><", seconds(from.get()), seconds(until.get()));
        }
        from.ifPresent(time -> add(name, ">=", seconds(time)));
        until.ifPresent(time -> add(name, "<=", seconds(time)));
        return this;
    }

    private static String seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private IssueFilter add(String name, String operator, String... values) {
        query.add(new String[] {"f[]", name});
        query.add(new String[] {"op[" + name + "]", operator});
        for (String value : values) {
            query.add(new String[] {"v[" + name + "][]", value});
        }
        return this;
    }

    HttpQuestion question(int limit, long offset) {
        HttpQuestionBuilder builder = HttpQuestion.get("/issues.json")
                .expect("application/json")
                .query("project_id", project)
                .query("sort", sort)
                .query("limit", limit)
                .query("offset", offset);
        query.forEach(each -> builder.query(each[0], each[1]));
        return builder.build();
    }
}
