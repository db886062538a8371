/** From a path to an operation. */
@NullMarked
package io.switchboard.rest.internal.path;

import org.jspecify.annotations.NullMarked;
