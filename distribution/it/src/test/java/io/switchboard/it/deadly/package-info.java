/** A shop that ends the hub's process in the middle of a refund. */
@NullMarked
package io.switchboard.it.deadly;

import org.jspecify.annotations.NullMarked;
