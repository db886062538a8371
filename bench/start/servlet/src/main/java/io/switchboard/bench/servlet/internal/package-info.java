/** One servlet. */
@NullMarked
package io.switchboard.bench.servlet.internal;

import org.jspecify.annotations.NullMarked;
