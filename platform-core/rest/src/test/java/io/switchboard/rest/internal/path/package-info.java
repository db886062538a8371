/** Tests of this package. */
@NullMarked
package io.switchboard.rest.internal.path;

import org.jspecify.annotations.NullMarked;
