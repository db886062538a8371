package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;
import io.switchboard.core.descriptor.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects changes. Not for several threads. */
final class Found {
    private static final int LONGEST_QUOTE = 160;

    private final List<ContractChange> changes = new ArrayList<>();

    void add(Weight weight, String path, String en, String zh) {
        changes.add(new ContractChange(weight, path, new Text(en, zh)));
    }

    /** Of a member: what it is now stands behind its name. */
    void add(Weight weight, Place place, String en, String zh) {
        add(weight, place.path(), place.en() + " " + en, place.zh() + zh);
    }

    void breaking(Place place, String en, String zh) {
        add(Weight.BREAKING, place, en, zh);
    }

    void compatible(Place place, String en, String zh) {
        add(Weight.COMPATIBLE, place, en, zh);
    }

    /** A text that people and agents read; the one that changed is quoted, so that it can be judged where it is told. */
    void text(String path, String whatEn, String whatZh, Text before, Text after) {
        if (!before.equals(after)) {
            boolean english = !before.en().equals(after.en());
            boolean chinese = !before.zh().equals(after.zh());
            add(
                    Weight.TEXT,
                    path,
                    whatEn + (english ? fromTo(before.en(), after.en()) : fromTo(before.zh(), after.zh())),
                    whatZh + (chinese ? change(before.zh(), after.zh()) : change(before.en(), after.en())));
        }
    }

    private static String fromTo(String before, String after) {
        return " was " + quote(before) + " and is " + quote(after) + ".";
    }

    private static String change(String before, String after) {
        return "由 " + quote(before) + " 改为 " + quote(after) + "。";
    }

    private static String quote(String text) {
        int points = text.codePointCount(0, text.length());
        String shown =
                points <= LONGEST_QUOTE ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        // Texts among examples are JSON, and quoted already.
        return shown.startsWith("\"") ? shown : "\"" + Escapes.escape(shown) + "\"";
    }

    /** The breaking ones first; what was found in one operation stays together. */
    List<ContractChange> all() {
        return changes.stream()
                .sorted(Comparator.comparing(ContractChange::weight))
                .toList();
    }
}
