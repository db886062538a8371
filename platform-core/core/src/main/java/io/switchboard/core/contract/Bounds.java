package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;

/**
 * The least and the most of something. Immutable.
 *
 * @param min the least
 * @param max the most
 * @param published whether the schemas of results have them, too
 */
record Bounds(long min, long max, boolean published) {
    static Bounds of(long min, long max) {
        return new Bounds(min, max, false);
    }

    /** Those of numbers stand in the schemas of results, where callers may rely on them. */
    static Bounds published(long min, long max) {
        return new Bounds(min, max, true);
    }

    void compare(Place place, Bounds after, String en, String zh, Found found) {
        if (min == after.min && max == after.max) {
            return;
        }
        boolean narrower = after.min > min || after.max < max;
        boolean wider = after.min < min || after.max > max;
        boolean breaks = place.input() ? narrower : published && wider;
        found.add(
                breaks ? Weight.BREAKING : Weight.COMPATIBLE,
                place,
                "had a " + en + " of " + words() + " and has one of " + after.words() + ".",
                "的" + zh + "由 " + words() + " 改为 " + after.words() + "。");
    }

    private String words() {
        return min + ".." + max;
    }
}
