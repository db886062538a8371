package io.switchboard.ticket.redmine.internal.settings;

import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.connector.http.HttpSettingsException.Mistake;
import io.switchboard.ticket.spi.Priority;
import io.switchboard.ticket.spi.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a configuration, and tells all mistakes at once. Not safe for use from several threads. */
public final class SettingsReader {
    private static final Pattern INSTANCE = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern OURS = Pattern.compile("(field|status|priority|notes|settle|poll)\\..*");
    private static final Pattern FIELD = Pattern.compile("#[1-9][0-9]{0,8}|[^#\\p{Cntrl}][^\\p{Cntrl}]{0,99}");
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final String NOTES = "notes.public";
    private static final String SETTLE = "settle.millis";
    private static final String POLL = "poll.millis";
    private static final Map<TicketStatus, String> STATUSES = Map.of(
            TicketStatus.NEW, "New",
            TicketStatus.IN_PROGRESS, "In Progress",
            TicketStatus.WAITING, "Feedback",
            TicketStatus.RESOLVED, "Resolved",
            TicketStatus.CLOSED, "Closed, Rejected");
    private static final Map<Priority, String> PRIORITIES = Map.of(
            Priority.LOW, "Low",
            Priority.NORMAL, "Normal",
            Priority.HIGH, "High",
            Priority.URGENT, "Urgent, Immediate");

    private final String instance;
    private final Map<String, ?> properties;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Set<String> known = new HashSet<>();

    /** Reads the settings of an instance. */
    public SettingsReader(String instance, Map<String, ?> properties) {
        this.instance = instance;
        this.properties = properties;
    }

    /**
     * The settings.
     *
     * @throws HttpSettingsException with all mistakes
     */
    public RedmineSettings read() {
        if (!INSTANCE.matcher(instance).matches()) {
            mistake(
                    "service.pid",
                    "the name after ~ in the file's name stands before each ticket's id, so it has to be 1 to 20 of"
                            + " a-z, 0-9 and -, a letter first",
                    "文件名中 ~ 之后的名称会作为工单编号前缀，须为 1 至 20 个 a-z、0-9、-，以字母开头");
        }
        Optional<HttpBackendSettings> http = http();
        String project = text("project", "");
        String tracker = text("tracker", "Support");
        if (project.isEmpty()) {
            mistake(
                    "project",
                    "is missing; the identifier of the project that tickets go to, as in its address",
                    "缺失；填写工单所属项目的标识，见其网址");
        }
        Map<Keeping, String> fields = fields();
        Map<TicketStatus, List<String>> statuses = names("status", TicketStatus.class, STATUSES);
        Map<Priority, List<String>> priorities = names("priority", Priority.class, PRIORITIES);
        boolean open = notes();
        Duration poll = millis(POLL, "5000");
        Duration settle = millis(SETTLE, "15000");
        refuseUnknown();
        if (!mistakes.isEmpty() || http.isEmpty()) {
            throw new HttpSettingsException(instance, mistakes);
        }
        return new RedmineSettings(http.get(), project, tracker, fields, statuses, priorities, open, poll, settle);
    }

    private Optional<HttpBackendSettings> http() {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("auth.header", "X-Redmine-API-Key");
        all.putIfAbsent("health.path", "/login");
        if (String.valueOf(properties.get(".key")).isBlank() || properties.get(".key") == null) {
            mistake(
                    ".key",
                    "is missing; the API access key of the hub's own user of Redmine",
                    "缺失；填写集线器专用 Redmine 用户的 API 访问键");
            all.put(".key", "none");
        }
        try {
            return INSTANCE.matcher(instance).matches()
                    ? Optional.of(HttpBackendSettings.from(instance, all))
                    : Optional.empty();
        } catch (HttpSettingsException e) {
            mistakes.addAll(e.mistakes());
            return Optional.empty();
        }
    }

    private Map<Keeping, String> fields() {
        Map<Keeping, String> fields = new EnumMap<>(Keeping.class);
        for (Keeping each : Keeping.values()) {
            String name = text(each.key(), each.usual());
            if (name.isEmpty() && each.needed()) {
                mistake(each.key(), "is empty, and the hub cannot do without this field", "为空，但该字段不可缺少");
            } else if (!name.isEmpty() && !FIELD.matcher(name).matches()) {
                mistake(each.key(), "is neither a field's name nor # and its number", "既不是字段名称，也不是 # 加编号");
            } else if (!name.isEmpty()) {
                fields.put(each, name);
            }
        }
        for (String twice : twice(fields.values())) {
            mistake("field", "two of them name " + twice, "两项设置指向同一字段 " + twice);
        }
        return fields;
    }

    private <E extends Enum<E>> Map<E, List<String>> names(String prefix, Class<E> type, Map<E, String> usual) {
        Map<E, List<String>> names = new EnumMap<>(type);
        for (E each : type.getEnumConstants()) {
            String key = prefix + "." + each.name().toLowerCase(Locale.ROOT).replace('_', '-');
            List<String> found = list(key, usual.getOrDefault(each, ""));
            if (found.isEmpty()) {
                mistake(key, "names nothing", "未填写任何名称");
            }
            names.put(each, found);
        }
        for (String twice : twice(names.values().stream().flatMap(List::stream).toList())) {
            mistake(prefix, "two of them name " + twice, "两项设置指向同一名称 " + twice);
        }
        return names;
    }

    private static Set<String> twice(Iterable<String> names) {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        names.forEach(name -> {
            if (!seen.add(name)) {
                twice.add(name);
            }
        });
        return twice;
    }

    private boolean notes() {
        String whose = text(NOTES, "staff");
        if (!whose.equals("staff") && !whose.equals("customer")) {
            mistake(NOTES, "is neither staff nor customer", "只能为 staff 或 customer");
        }
        return whose.equals("customer");
    }

    private Duration millis(String key, String usual) {
        String text = text(key, usual);
        if (!text.matches("[0-9]{1,6}")) {
            mistake(key, "is not a number of milliseconds from 0 to 999999", "应为 0 至 999999 的毫秒数");
            return Duration.ZERO;
        }
        return Duration.ofMillis(Long.parseLong(text));
    }

    private void refuseUnknown() {
        properties.keySet().stream()
                .filter(key -> OURS.matcher(key).matches() && !known.contains(key))
                .sorted()
                .forEach(key -> mistake(key, "is no setting that there is", "没有此设置项"));
    }

    private String text(String key, String usual) {
        return String.join(",", values(key, usual)).strip();
    }

    private List<String> list(String key, String usual) {
        return values(key, usual).stream()
                .flatMap(COMMA::splitAsStream)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }

    private List<String> values(String key, String usual) {
        known.add(key);
        Object value = properties.get(key);
        if (value instanceof String[] array) {
            return Arrays.asList(array);
        }
        return List.of(value == null ? usual : value.toString());
    }

    private void mistake(String key, String en, String zh) {
        mistakes.add(new Mistake(key, en, zh));
    }
}
