/** A connector as callers know it. */
@NullMarked
package io.switchboard.it.promise.kept;

import org.jspecify.annotations.NullMarked;
