/** The hub's own parts, put together without a framework; and what stands in for those outside of it. */
@NullMarked
package io.switchboard.connector.testkit.internal;

import org.jspecify.annotations.NullMarked;
