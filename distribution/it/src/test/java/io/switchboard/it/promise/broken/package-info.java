/** The same connector, as callers do not know it. */
@NullMarked
package io.switchboard.it.promise.broken;

import org.jspecify.annotations.NullMarked;
