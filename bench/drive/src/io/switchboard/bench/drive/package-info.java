/** Starts servers side by side, measures them and writes the tables. */
@NullMarked
package io.switchboard.bench.drive;

import org.jspecify.annotations.NullMarked;
