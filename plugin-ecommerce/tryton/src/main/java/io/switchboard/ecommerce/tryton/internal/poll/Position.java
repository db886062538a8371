package io.switchboard.ecommerce.tryton.internal.poll;

import java.time.Instant;

/**
 * How far a feed was read. Immutable.
 *
 * @param at the time of the last record
 * @param id its number; several may have changed at one moment
 */
record Position(Instant at, long id) {}
