package io.switchboard.core.internal.audit;

/**
 * A place behind a line, and all that is needed to go on from there. Immutable.
 *
 * @param segment the segment's number; 0 before the first
 * @param offset the bytes before the place
 * @param records how many records were ever written up to there
 * @param chain the chain's value there
 */
record Cursor(long segment, long offset, long records, String chain) {
    /** Before everything. */
    static final Cursor START = new Cursor(0, 0, 0, Chain.START);
}
