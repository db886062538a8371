/** The steps of a call, in their order. */
@NullMarked
package io.switchboard.core.internal.pipeline;

import org.jspecify.annotations.NullMarked;
