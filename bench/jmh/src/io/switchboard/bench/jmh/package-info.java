/** The pipeline and its parts, measured alone. */
@NullMarked
package io.switchboard.bench.jmh;

import org.jspecify.annotations.NullMarked;
