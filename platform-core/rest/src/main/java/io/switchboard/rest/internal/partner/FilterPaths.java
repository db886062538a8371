package io.switchboard.rest.internal.partner;

import java.util.regex.Pattern;
import org.osgi.service.servlet.runtime.dto.FilterDTO;

/** Whether a filter stands before a path, as the server decides it (Servlet 6.0, section 12.2). */
final class FilterPaths {
    private FilterPaths() {}

    /**
     * Whether it does.
     *
     * @param path within the context, decoded
     * @param servlet the name of what answers there
     */
    static boolean match(FilterDTO filter, String path, String servlet) {
        for (String pattern : filter.patterns) {
            if (matches(pattern, path)) {
                return true;
            }
        }
        for (String name : filter.servletNames) {
            if (name.equals(servlet)) {
                return true;
            }
        }
        for (String regex : filter.regexs) {
            if (Pattern.matches(regex, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String path) {
        if (pattern.equals("/") || pattern.equals("/*")) {
            return true;
        }
        if (pattern.endsWith("/*")) {
            String folder = pattern.substring(0, pattern.length() - 2);
            return path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
        }
        return pattern.startsWith("*.") ? path.endsWith(pattern.substring(1)) : path.equals(pattern);
    }
}
