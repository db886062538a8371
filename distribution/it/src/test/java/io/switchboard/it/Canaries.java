package io.switchboard.it;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of every class of data that stand nowhere else, so that they are known wherever they turn up. */
final class Canaries {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final Map<String, Set<String>> byClass = new TreeMap<>();
    private int number = 1000;

    /** A new value of a class, to be put in; free text has one of each kind that may stand in it. */
    String plant(String dataClass) {
        String value = value(dataClass, ++number);
        if (!dataClass.equals("FREE_TEXT")) {
            add(dataClass, value);
        }
        return value;
    }

    private String value(String dataClass, int n) {
        return switch (dataClass) {
            case "PHONE" -> "1397531" + n;
            case "EMAIL" -> "quokka" + n + "@canary.example";
            case "IDENTITY_DOCUMENT" -> identity("3101041975030" + n);
            case "BANK_CARD" -> card("62220202771" + n);
            case "FREE_TEXT" -> text(n);
            default -> "quokka-" + dataClass.toLowerCase(java.util.Locale.ROOT) + "-" + n;
        };
    }

    private String text(int n) {
        String word = "quokka-word-" + n;
        add("FREE_TEXT", word);
        return String.join(" ", word, plant("PHONE"), plant("EMAIL"), plant("IDENTITY_DOCUMENT"), plant("BANK_CARD"));
    }

    /** Notes a value that an answer has. */
    void add(String dataClass, String value) {
        byClass.computeIfAbsent(dataClass, absent -> new TreeSet<>()).add(value);
    }

    Map<String, Set<String>> all() {
        return byClass;
    }

    private static String identity(String seventeen) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (seventeen.charAt(i) - '0');
        }
        return seventeen + CHECKS.charAt(sum % 11);
    }

    private static String card(String fifteen) {
        int sum = 0;
        for (int i = 0; i < fifteen.length(); i++) {
            int digit = (fifteen.charAt(fifteen.length() - 1 - i) - '0') * (2 - i % 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return fifteen + (10 - sum % 10) % 10;
    }
}
