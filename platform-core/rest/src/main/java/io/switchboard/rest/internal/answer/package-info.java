/** From a result or a problem to a response. */
@NullMarked
package io.switchboard.rest.internal.answer;

import org.jspecify.annotations.NullMarked;
