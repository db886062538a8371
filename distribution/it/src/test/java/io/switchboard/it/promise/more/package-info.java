/** A connector as callers know it, and one operation more. */
@NullMarked
package io.switchboard.it.promise.more;

import org.jspecify.annotations.NullMarked;
