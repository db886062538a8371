/** Reads a connector's annotations into its descriptor, and reports all its mistakes. */
@NullMarked
package io.switchboard.core.internal.reader;

import org.jspecify.annotations.NullMarked;
