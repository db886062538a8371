/** Formats, languages and bytes. */
@NullMarked
package io.switchboard.rest.internal.wire;

import org.jspecify.annotations.NullMarked;
