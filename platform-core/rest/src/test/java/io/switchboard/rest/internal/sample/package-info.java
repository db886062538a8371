/** A catalogue and a gate to test with. */
@NullMarked
package io.switchboard.rest.internal.sample;

import org.jspecify.annotations.NullMarked;
