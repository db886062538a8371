package io.switchboard.deployer.internal.configuration;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts in what {@code $[env:NAME]} and {@code $[prop:NAME]} (a property of the framework) stand for. What is put in is not looked through again. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[([^\\]]*)(\\]?)");

    private final Function<String, @Nullable String> environment;
    private final Function<String, @Nullable String> properties;

    /** Takes what knows the environment and the framework's properties by their names, and answers null to others. */
    References(Function<String, @Nullable String> environment, Function<String, @Nullable String> properties) {
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
                throw new ConfigurationFault(key
                        + ": this version has no store of secrets; use $[env:NAME] instead of $[secret:" + name + "]");
            default ->
                throw new ConfigurationFault(
                        key + ": $[" + kind + ":…] is unknown; there is $[env:NAME] and $[prop:NAME]");
        };
    }

    private static String known(@Nullable String value, String otherwise) throws ConfigurationFault {
        if (value == null) {
            throw new ConfigurationFault(otherwise);
        }
        return value;
    }
}
