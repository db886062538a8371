package io.switchboard.deployer.internal.configuration;

import java.io.IOException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts in what {@code $[secret:NAME]}, {@code $[env:NAME]} and {@code $[prop:NAME]} (a property of the framework) stand for. What is put
 * in is not looked through again.
 */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[([^\\]]*)(\\]?)");

    private final Secrets secrets;
    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> properties;

    /** Where secrets are. */
    interface Secrets {
        /** The value of a secret; null where there is none of that name. */
        @Nullable
        String value(String name) throws IOException;
    }

    /** Takes what knows secrets, the environment and the framework's properties by their names, and answers null to others. */
    References(
            Secrets secrets,
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> properties) {
        this.secrets = secrets;
        this.environment = environment;
        this.properties = properties;
    }

    String resolve(String key, String text) throws ConfigurationFault {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            if (matcher.group(2).isEmpty()) {
                throw new ConfigurationFault(key + ": $[ without ]");
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value(key, matcher.group(1))));
        }
        return matcher.appendTail(resolved).toString();
    }

    private String value(String key, String reference) throws ConfigurationFault {
        int colon = reference.indexOf(':');
        String kind = colon < 0 ? reference : reference.substring(0, colon);
        String name = reference.substring(colon + 1).strip();
        return switch (kind) {
            case "env" -> known(environment.apply(name), key + ": the environment variable " + name + " is not set");
            case "prop" -> known(properties.apply(name), key + ": the framework has no property " + name);
            case "secret" ->
                known(
                        secret(key, name),
                        key + ": the secret " + name + " is not set; set it with: switchboard secret set " + name);
            default ->
                throw new ConfigurationFault(
                        key + ": $[" + kind + ":…] is unknown; there is $[secret:NAME], $[env:NAME] and $[prop:NAME]");
        };
    }

    private @Nullable String secret(String key, String name) throws MissingValue {
        try {
            return secrets.value(name);
        } catch (IOException e) {
            throw new MissingValue(key + ": the secret " + name + " cannot be read: " + e.getMessage());
        }
    }

    private static String known(@Nullable String value, String otherwise) throws MissingValue {
        if (value == null) {
            throw new MissingValue(otherwise);
        }
        return value;
    }
}
