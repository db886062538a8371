package io.switchboard.ecommerce.tryton.internal.settings;

import io.switchboard.connector.Secret;
import io.switchboard.connector.http.HttpBackendSettings;
import io.switchboard.connector.http.HttpSettingsException;
import io.switchboard.connector.http.HttpSettingsException.Mistake;
import io.switchboard.tryton.Credentials;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a configuration, and tells all mistakes at once. Not safe for use from several threads. */
public final class SettingsReader {
    private static final Pattern INSTANCE = Pattern.compile("[a-z][a-z0-9-]{0,19}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern DAYS = Pattern.compile("[0-9]{1,3}");
    private static final Pattern OURS = Pattern.compile("\\.?(login|database|order|country|poll|arrival).*");
    private static final Pattern MILLIS = Pattern.compile("0|[1-9][0-9]{2,6}");
    private static final String POLL = "poll.millis";
    private static final Set<String> KNOWN =
            Set.of("login", ".login.password", "database", "order.number", "country", POLL, "arrival.days");
    // Tryton asks for Basic credentials where these are set; the hub has a session instead.
    private static final Set<String> FOREIGN = Set.of("user", ".password", ".token", "auth.header", ".key");

    private final String instance;
    private final Map<String, ?> properties;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** Reads what the file of an instance has. */
    public SettingsReader(String instance, Map<String, ?> properties) {
        this.instance = instance;
        this.properties = properties;
    }

    /**
     * The settings.
     *
     * @throws HttpSettingsException with all mistakes
     */
    public TrytonSettings read() {
        boolean named = INSTANCE.matcher(instance).matches();
        if (!named) {
            mistake(
                    "service.pid",
                    "the name after ~ in the file's name stands before each id, so it has to be 1 to 20 of a-z, 0-9"
                            + " and -, a letter first",
                    "文件名中 ~ 之后的名称会作为编号前缀，须为 1 至 20 个 a-z、0-9、-，以字母开头");
        }
        Optional<HttpBackendSettings> http = named ? http() : Optional.empty();
        String database = required("database", "the name of Tryton's database", "Tryton 数据库名称");
        String login = required("login", "the login of the hub's own user of Tryton", "集线器专用 Tryton 用户的登录名");
        String password = required(".login.password", "the password of that user", "该用户的密码");
        String number = text("order.number", NumberField.NUMBER.field());
        if (!number.equals(NumberField.NUMBER.field()) && !number.equals(NumberField.REFERENCE.field())) {
            mistake("order.number", "has to be number or reference", "须为 number 或 reference");
            number = NumberField.NUMBER.field();
        }
        String country = text("country", "CN");
        if (!COUNTRY.matcher(country).matches()) {
            mistake("country", "has to be two capital letters such as CN", "须为两个大写字母的国家代码，如 CN");
        }
        String days = text("arrival.days", "0");
        if (!DAYS.matcher(days).matches()) {
            mistake("arrival.days", "has to be a number of days, 0 to 999", "须为 0 至 999 的天数");
            days = "0";
        }
        String poll = text(POLL, "5000");
        if (!MILLIS.matcher(poll).matches()) {
            mistake(POLL, "has to be 100 to 9999999 milliseconds, or 0 for never", "须为 100 至 9999999 毫秒，或 0 表示从不");
            poll = "0";
        }
        refuseUnknown();
        if (!mistakes.isEmpty() || http.isEmpty()) {
            throw new HttpSettingsException(instance, mistakes);
        }
        return new TrytonSettings(
                http.get(),
                database,
                new Credentials(login, Secret.of(password)),
                NumberField.valueOf(number.toUpperCase(Locale.ROOT)),
                country,
                Duration.ofMillis(Long.parseLong(poll)),
                Duration.ofDays(Integer.parseInt(days)));
    }

    private Optional<HttpBackendSettings> http() {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("health.path", "/");
        FOREIGN.forEach(all::remove);
        try {
            return Optional.of(HttpBackendSettings.from(instance, all));
        } catch (HttpSettingsException e) {
            mistakes.addAll(e.mistakes());
            return Optional.empty();
        }
    }

    private void refuseUnknown() {
        for (String key : properties.keySet()) {
            if (FOREIGN.contains(key) || (OURS.matcher(key).matches() && !KNOWN.contains(key))) {
                mistake(
                        key,
                        "is no setting of this backend; these are "
                                + String.join(", ", KNOWN.stream().sorted().toList()),
                        "不是此后端的设置；可用的设置为 "
                                + String.join("、", KNOWN.stream().sorted().toList()));
            }
        }
    }

    private String required(String key, String en, String zh) {
        String value = text(key, "");
        if (value.isEmpty()) {
            mistake(key, "is missing; " + en, "缺失；填写" + zh);
        }
        return value;
    }

    private String text(String key, String usual) {
        Object value = properties.get(key);
        return value == null || value.toString().isBlank()
                ? usual
                : value.toString().strip();
    }

    private void mistake(String key, String en, String zh) {
        mistakes.add(new Mistake(key, en, zh));
    }
}
