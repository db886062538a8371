/** Tests of this package. */
@NullMarked
package io.switchboard.rest.internal.request;

import org.jspecify.annotations.NullMarked;
