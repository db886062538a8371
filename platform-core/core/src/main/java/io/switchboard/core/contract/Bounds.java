package io.switchboard.core.contract;

import io.switchboard.core.contract.ContractChange.Weight;

/**
 * The least and the most of something. Immutable.
 *
 * @param min the least
 * @param max the most
 */
record Bounds(long min, long max) {
    /** Bounds are promised of what goes in only; what comes out is a backend's. */
    void compare(Place place, Bounds after, String en, String zh, Found found) {
        if (min == after.min && max == after.max) {
            return;
        }
        boolean breaks = place.input() && (after.min > min || after.max < max);
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
