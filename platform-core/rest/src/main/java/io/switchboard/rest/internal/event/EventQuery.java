package io.switchboard.rest.internal.event;

import io.switchboard.core.call.ArgumentFault;
import io.switchboard.core.call.CallFailure;
import io.switchboard.core.descriptor.Text;
import io.switchboard.core.event.EventRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a request asks for. Immutable.
 *
 * @param limit how many events at most
 */
record EventQuery(EventRequest request, int limit) {
    private static final String AFTER = "after";
    private static final String TYPES = "types";
    private static final String LIMIT = "limit";
    /** In the place of a cursor: what is yet to come. */
    private static final String NOW = "now";

    private static final Pattern TYPE =
            Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9]+)*|([a-z][a-z0-9]*\\.)([a-z0-9]+\\.)*\\*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");
    private static final int LONGEST = 500;
    private static final int MOST_TYPES = 20;
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private static final Text EXPECTED_TYPES = new Text(
            "at most 20 types with commas between, such as ticket.v1.status.changed or ticket.*",
            "最多 20 个类型，以逗号分隔，如 ticket.v1.status.changed 或 ticket.*");
    private static final Text EXPECTED_LIMIT = new Text("a number from 1 to 1000", "1 到 1000 的整数");
    private static final Text EXPECTED_AFTER =
            new Text("a cursor that you got from here, once, or now", "先前从此处得到的游标（仅一个），或 now");
    private static final Text UNKNOWN = new Text("one of after, types, limit", "after、types、limit 之一");

    static EventQuery of(HttpServletRequest request) throws CallFailure {
        List<ArgumentFault> faults = new ArrayList<>();
        Map<String, String[]> parameters = request.getParameterMap();
        for (String name : parameters.keySet()) {
            if (!List.of(AFTER, TYPES, LIMIT).contains(name)) {
                faults.add(new ArgumentFault(name, "unknown", UNKNOWN));
            }
        }
        Optional<String> after = one(parameters, AFTER, EXPECTED_AFTER, faults).filter(each -> !each.isEmpty());
        if (after.isPresent() && after.get().length() > LONGEST) {
            faults.add(new ArgumentFault(AFTER, "value", EXPECTED_AFTER));
        }
        List<String> types = one(parameters, TYPES, EXPECTED_TYPES, faults)
                .map(text -> List.of(text.split(",", -1)))
                .orElse(List.of());
        if (types.size() > MOST_TYPES
                || types.stream().anyMatch(each -> !TYPE.matcher(each).matches())) {
            faults.add(new ArgumentFault(TYPES, "value", EXPECTED_TYPES));
        }
        int limit = limit(one(parameters, LIMIT, EXPECTED_LIMIT, faults), faults);
        if (!faults.isEmpty()) {
            throw CallFailure.ofArguments(faults);
        }
        boolean onlyNew = after.filter(NOW::equals).isPresent();
        return new EventQuery(new EventRequest(after, onlyNew, types), limit);
    }

    private static int limit(Optional<String> text, List<ArgumentFault> faults) {
        int limit = text.map(each -> NUMBER.matcher(each).matches() ? Integer.parseInt(each) : 0)
                .orElse(USUAL);
        if (limit < 1 || limit > MOST) {
            faults.add(new ArgumentFault(LIMIT, "value", EXPECTED_LIMIT));
        }
        return limit;
    }

    private static Optional<String> one(
            Map<String, String[]> parameters, String name, Text expected, List<ArgumentFault> faults) {
        String[] values = parameters.get(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.length > 1) {
            faults.add(new ArgumentFault(name, "value", expected));
        }
        return Optional.of(values[0]);
    }

    /** The same for a stream: browsers say by a header where an earlier one ended, and one that begins tells what is yet to come. */
    EventQuery streamed(Optional<String> lastEventId) {
        Optional<String> after = lastEventId
                .filter(each -> !each.isEmpty() && each.length() <= LONGEST)
                .or(request::after);
        boolean onlyNew = after.isEmpty() || after.get().equals(NOW);
        return new EventQuery(new EventRequest(after, onlyNew, request.types()), limit);
    }
}
