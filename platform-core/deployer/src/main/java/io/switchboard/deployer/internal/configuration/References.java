package io.switchboard.deployer.internal.configuration;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts in what {@code $[env:NAME]} stands for. What is put in is not looked through again. */
final class References {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\[([^\\]]*)(\\]?)");

    private final Map<String, String> environment;

    References(Map<String, String> environment) {
        this.environment = environment;
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
            case "env" -> {
                @Nullable String value = environment.get(name);
                if (value == null) {
                    throw new ConfigurationFault(key + ": the environment variable " + name + " is not set");
                }
                yield value;
            }
            case "secret" ->
                throw new ConfigurationFault(key
                        + ": this version has no store of secrets; use $[env:NAME] instead of $[secret:" + name + "]");
            default -> throw new ConfigurationFault(key + ": $[" + kind + ":…] is unknown; there is $[env:NAME]");
        };
    }
}
