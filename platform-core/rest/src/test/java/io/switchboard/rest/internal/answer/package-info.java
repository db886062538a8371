/** Tests of how the door answers. */
@NullMarked
package io.switchboard.rest.internal.answer;

import org.jspecify.annotations.NullMarked;
