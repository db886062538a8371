package io.switchboard.crm.spi;

/** How a company ranks its customers, from the lowest to the highest. A backend maps its own ranks to these. */
public enum Level {
    /** As everybody begins. */
    STANDARD,
    /** The first step up. */
    SILVER,
    /** The second. */
    GOLD,
    /** The highest. */
    PLATINUM
}
