/** The framework with declarative services, HTTP and one servlet. */
@NullMarked
package io.switchboard.bench.felix;

import org.jspecify.annotations.NullMarked;
