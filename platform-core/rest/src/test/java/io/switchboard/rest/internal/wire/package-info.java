/** Tests of this package. */
@NullMarked
package io.switchboard.rest.internal.wire;

import org.jspecify.annotations.NullMarked;
