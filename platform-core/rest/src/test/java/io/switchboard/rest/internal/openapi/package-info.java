/** Tests of this package. */
@NullMarked
package io.switchboard.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
