/** Tests over a real Jetty. */
@NullMarked
package io.switchboard.rest.internal.door;

import org.jspecify.annotations.NullMarked;
