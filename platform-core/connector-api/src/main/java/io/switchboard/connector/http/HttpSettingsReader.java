package io.switchboard.connector.http;

import io.switchboard.connector.Secret;
import io.switchboard.connector.http.HttpSettingsException.Mistake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the settings of a backend out of properties, and notes every mistake. */
final class HttpSettingsReader {
    private static final int MOST_ENDPOINTS = 10;
    private static final Set<String> SECRETS = Set.of("password", "token", "key", "trust.password");

    private final String name;
    private final Map<String, ?> properties;
    private final String prefix;
    private final List<Mistake> mistakes = new ArrayList<>();

    HttpSettingsReader(String name, Map<String, ?> properties, String prefix) {
        this.name = name;
        this.properties = properties;
        this.prefix = prefix;
    }

    HttpBackendSettings read() {
        HttpBackendSettings.Builder settings = HttpBackendSettings.builder(name);
        endpoints(settings);
        credentials(settings);
        trust(settings);
        HttpPolicy standard = HttpPolicy.DEFAULTS;
        HttpPolicy policy = HttpPolicy.builder()
                .connect(millis("connect.millis", standard.connect(), 10, 60_000))
                .timeout(millis("timeout.millis", standard.timeout(), 10, 600_000))
                .attempts(number("attempts", standard.attempts(), 1, 10))
                .pause(millis("retry.millis", standard.pause(), 1, 10_000))
                .failures(number("breaker.failures", standard.failures(), 1, 1_000))
                .rest(millis("breaker.rest.millis", standard.rest(), 10, 3_600_000))
                .permits(number("permits", standard.permits(), 1, 10_000))
                .answerBytes(number("answer.bytes", standard.answerBytes(), 1, 64 << 20))
                .redirects(number("redirects", standard.redirects(), 0, 5))
                .build();
        take("health.path", settings::healthPath, "is not a path such as /health", "不是 /health 这样的路径");
        take("correlation.header", settings::correlationHeader, "is not the name of a header", "不是 HTTP 头的名称");
        SECRETS.forEach(this::refuseInClear);
        if (!mistakes.isEmpty()) {
            throw new HttpSettingsException(name, mistakes);
        }
        return settings.policy(policy).build();
    }

    private void endpoints(HttpBackendSettings.Builder settings) {
        List<String> addresses = texts(properties.get(prefix + "endpoints"));
        if (addresses.isEmpty() || addresses.size() > MOST_ENDPOINTS) {
            note(
                    "endpoints",
                    "needs 1 to " + MOST_ENDPOINTS
                            + " addresses such as https://tickets.example.com, the primary first",
                    "需要 1 至 " + MOST_ENDPOINTS + " 个地址，例如 https://tickets.example.com，主端点在前");
            return;
        }
        for (int i = 0; i < addresses.size(); i++) {
            try {
                settings.endpoint(addresses.get(i));
            } catch (IllegalArgumentException e) {
                note(
                        "endpoints",
                        "number " + (i + 1)
                                + " is not an address such as https://tickets.example.com, without user, query or dots",
                        "第 " + (i + 1) + " 个不是 https://tickets.example.com 这样的地址（不得含用户名、查询串或 ..）");
            }
        }
    }

    private void credentials(HttpBackendSettings.Builder settings) {
        Optional<String> user = text("user");
        Optional<Secret> password = secret("password");
        Optional<Secret> token = secret("token");
        Optional<String> header = text("auth.header");
        Optional<Secret> key = secret("key");
        pair("user", user.isPresent(), ".password", password.isPresent());
        pair("auth.header", header.isPresent(), ".key", key.isPresent());
        if (Stream.of(password, token, key).filter(Optional::isPresent).count() > 1) {
            note(".token", "only one of .password, .token and .key can be set", ".password、.token、.key 只能设置一个");
        }
        try {
            if (user.isPresent() && password.isPresent()) {
                settings.credentials(HttpCredentials.basic(user.get(), password.get()));
            } else if (token.isPresent()) {
                settings.credentials(HttpCredentials.bearer(token.get()));
            } else if (header.isPresent() && key.isPresent()) {
                settings.credentials(HttpCredentials.header(header.get(), key.get()));
            }
        } catch (IllegalArgumentException e) {
            note(
                    user.isPresent() ? "user" : header.isPresent() ? "auth.header" : ".token",
                    "cannot be sent as a header: a user has no colon, a header's name no blanks, a key only printable ASCII",
                    "无法作为 HTTP 头发送：用户名不得含冒号，头名称不得含空格，密钥只能是可打印的 ASCII 字符");
        }
    }

    private void pair(String one, boolean isThere, String other, boolean otherIsThere) {
        if (isThere != otherIsThere) {
            note(
                    isThere ? other : one,
                    "is missing, and goes with " + (isThere ? one : other),
                    "缺失；须与 " + (isThere ? one : other) + " 一起设置");
        }
    }

    private void trust(HttpBackendSettings.Builder settings) {
        Optional<Secret> password = secret("trust.password");
        take(
                "trust.file",
                file -> settings.trust(new HttpTrust(Path.of(file), password)),
                "is not the name of a file",
                "不是文件名");
        if (password.isPresent() && text("trust.file").isEmpty()) {
            note(".trust.password", "is there without trust.file", "没有对应的 trust.file");
        }
    }

    /** What has no dot in front becomes a property of the service, which every bundle can read. */
    private void refuseInClear(String key) {
        if (properties.get(prefix + key) != null) {
            note(
                    key,
                    "must be written ." + prefix + key + ", or every bundle could read it",
                    "须写作 ." + prefix + key + "，否则所有组件都能读到它");
        }
    }

    private void take(String key, Consumer<String> setting, String en, String zh) {
        Object value = properties.get(prefix + key);
        try {
            if (value != null && !(key.equals("trust.file") && value.toString().isBlank())) {
                setting.accept(value.toString().strip());
            }
        } catch (IllegalArgumentException e) {
            note(key, en, zh);
        }
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(properties.get(prefix + key))
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty());
    }

    private Optional<Secret> secret(String key) {
        return Optional.ofNullable(properties.get("." + prefix + key))
                .map(Object::toString)
                .filter(value -> !value.isBlank())
                .map(Secret::of);
    }

    private Duration millis(String key, Duration standard, int least, int most) {
        return Duration.ofMillis(number(key, (int) standard.toMillis(), least, most));
    }

    private int number(String key, int standard, int least, int most) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return standard;
        }
        try {
            int value = Integer.parseInt(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Noted below, as a number out of bounds is.
        }
        note(key, "must be a whole number from " + least + " to " + most, "必须是 " + least + " 至 " + most + " 的整数");
        return standard;
    }

    private void note(String key, String en, String zh) {
        mistakes.add(new Mistake(key.startsWith(".") ? "." + prefix + key.substring(1) : prefix + key, en, zh));
    }

    /** A list in whatever form the framework gives it. */
    private static List<String> texts(@Nullable Object value) {
        Stream<?> parts;
        if (value instanceof Object[] array) {
            parts = Arrays.stream(array);
        } else if (value instanceof Collection<?> list) {
            parts = list.stream();
        } else {
            parts = value == null
                    ? Stream.empty()
                    : Arrays.stream(value.toString().split("[,，]", -1));
        }
        return parts.map(part -> part.toString().strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
