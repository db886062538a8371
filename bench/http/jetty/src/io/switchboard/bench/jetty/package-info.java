/** Jetty with a cached token check and Jackson, and nothing else. */
@NullMarked
package io.switchboard.bench.jetty;

import org.jspecify.annotations.NullMarked;
